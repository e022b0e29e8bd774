package org.galley.revision;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.HexFormat;

/** Keeps a SHA-256 as its 32 bytes; everywhere else it is 64 hexadecimal digits. */
@Converter
public class HashColumn implements AttributeConverter<String, byte[]> {
    private static final HexFormat HEX = HexFormat.of();

    @Override
    public byte[] convertToDatabaseColumn(String hex) {
        return hex == null ? null : HEX.parseHex(hex);
    }

    @Override
    public String convertToEntityAttribute(byte[] column) {
        return column == null ? null : HEX.formatHex(column);
    }
}
