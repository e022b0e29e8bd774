package org.galley.publishing.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Says to which addresses Galley may send, so that nobody can use it to reach what only the server can reach.
 *
 * <p>Allowed is what is routed on the public Internet; everything that the IANA special-purpose registries (RFC 6890 and its
 * updates) name is refused, unless the installation allows its network.
 */
final class AddressRule {
    /** What {@link InetAddress} does not know of; addresses that carry an IPv4 one inside are looked at by that. */
    private static final List<Network> SPECIAL = List.of(
            Network.parse("0.0.0.0/8"),
            Network.parse("100.64.0.0/10"),
            Network.parse("192.0.0.0/24"),
            Network.parse("192.0.2.0/24"),
            Network.parse("192.31.196.0/24"),
            Network.parse("192.52.193.0/24"),
            Network.parse("192.88.99.0/24"),
            Network.parse("192.175.48.0/24"),
            Network.parse("198.18.0.0/15"),
            Network.parse("198.51.100.0/24"),
            Network.parse("203.0.113.0/24"),
            Network.parse("240.0.0.0/4"),
            Network.parse("fc00::/7"),
            Network.parse("100::/64"),
            Network.parse("100:0:0:1::/64"),
            Network.parse("2001::/23"),
            Network.parse("2001:db8::/32"),
            Network.parse("2002::/16"),
            Network.parse("2620:4f:8000::/48"),
            Network.parse("3fff::/20"),
            Network.parse("5f00::/16"),
            Network.parse("64:ff9b::/96"),
            Network.parse("64:ff9b:1::/48"));

    private final List<Network> allowed;

    /**
     * @param allowed addresses and networks that may be sent to although they are private
     * @throws IllegalStateException if one is neither
     */
    AddressRule(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::parse).toList();
    }

    boolean allows(InetAddress address) {
        return isPublic(address) || isAllowedByHand(address);
    }

    /** Whether it is private and the installation named its network. */
    boolean isAllowedByHand(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address));
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        if (address instanceof Inet6Address six && six.isIPv4CompatibleAddress()) {
            return false;
        }
        return SPECIAL.stream().noneMatch(network -> network.holds(address));
    }

    /** Addresses that begin with the same bits. */
    record Network(byte[] start, int bits) {
        /** @throws IllegalStateException if it is neither an address nor a network in CIDR notation */
        static Network parse(String text) {
            String[] parts = text.split("/", 2);
            // A name would be looked up; only addresses have these characters alone.
            if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
                throw wrong(text);
            }
            try {
                byte[] start = InetAddress.getByName(parts[0]).getAddress();
                int bits = parts.length == 1 ? start.length * Byte.SIZE : Integer.parseInt(parts[1]);
                if (bits < 0 || bits > start.length * Byte.SIZE) {
                    throw wrong(text);
                }
                return new Network(start, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                throw wrong(text);
            }
        }

        private static IllegalStateException wrong(String text) {
            return new IllegalStateException(
                    "galley.webhooks.private-addresses has what is no address and no network such as 10.1.0.0/16: "
                            + text);
        }

        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if ((other[bit / Byte.SIZE] & mask) != (start[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
