package org.galley.web.component;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeSet;

/**
 * The writing surface.
 *
 * <pre>{@code
 * <g:storyEditor id="body" story="#{bean.id}" value="#{bean.bodyJson}" ads="#{bean.adsJson}" readonly="#{not bean.writable}"
 *                placing="#{bean.mayPlace}" language="#{bean.language}" label="Story text"/>
 * }</pre>
 *
 * <p>{@code story} names the story: blocks that are pasted out of another one get new ids.
 *
 * <p>A page whose own modules import each other names them in {@code modules}, with spaces between: {@code write/sync} is then
 * {@code galley/write/sync.js}.
 *
 * <p>The value is the body as JSON, in the form of the API. Ad slots are shown where they stand; with {@code placing="true"} they
 * can be moved, and the page asks the surface where they stand now. The
 * surface itself is ProseMirror, loaded as native modules through an import map; nothing of it needs a build.
 */
@FacesComponent("org.galley.StoryEditor")
public class StoryEditor extends UIInput {
    private static final String FAMILY = "org.galley.StoryEditor";
    private static final String LOADED = StoryEditor.class.getName() + ".loaded";
    private static final String LIBRARY = "galley";
    private static final String WEBJARS = "webjars";

    /** ProseMirror's modules and where the WebJars keep them; the versions are those of the build. */
    static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("prosemirror-model", "prosemirror-model/1.25.4/dist/index.js"),
            Map.entry("prosemirror-state", "prosemirror-state/1.4.4/dist/index.js"),
            Map.entry("prosemirror-view", "prosemirror-view/1.41.5/dist/index.js"),
            Map.entry("prosemirror-transform", "prosemirror-transform/1.11.0/dist/index.js"),
            Map.entry("prosemirror-keymap", "prosemirror-keymap/1.2.3/dist/index.js"),
            Map.entry("prosemirror-history", "prosemirror-history/1.4.1/dist/index.js"),
            Map.entry("prosemirror-commands", "prosemirror-commands/1.7.1/dist/index.js"),
            Map.entry("orderedmap", "orderedmap/2.1.1/dist/index.js"),
            Map.entry("rope-sequence", "rope-sequence/1.3.4/dist/index.js"),
            Map.entry("w3c-keyname", "w3c-keyname/2.2.8/index.js"));

    /** The surface's own modules, in {@code resources/galley/editor}. */
    static final List<String> OWN = List.of(
            "adLines",
            "bars",
            "blocks",
            "boot",
            "clean",
            "commentMark",
            "commented",
            "count",
            "fields",
            "find",
            "findBox",
            "focusPoint",
            "handles",
            "html",
            "icons",
            "ids",
            "keys",
            "letters",
            "link",
            "links",
            "marks",
            "moveSlots",
            "notices",
            "options",
            "others",
            "paste",
            "pictureFrame",
            "picturing",
            "placeholder",
            "preferences",
            "room",
            "schema",
            "shortcuts",
            "since",
            "slotStep",
            "slots",
            "storyEditor",
            "toolbar",
            "typing",
            "update",
            "uploads",
            "views",
            "words");

    public StoryEditor() {
        setRendererType(null);
    }

    @Override
    public String getFamily() {
        return FAMILY;
    }

    @Override
    public void decode(FacesContext context) {
        if (isReadonly()) {
            return;
        }
        String submitted = context.getExternalContext().getRequestParameterMap().get(getClientId(context));
        if (submitted != null) {
            setSubmittedValue(submitted);
        }
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        String id = getClientId(context);
        Object submitted = getSubmittedValue();
        String value = Objects.toString(submitted == null ? getValue() : submitted, "[]");
        writer.startElement("div", this);
        writer.writeAttribute("id", id, "id");
        writer.writeAttribute("class", "galley-editor", null);
        writer.writeAttribute("data-galley-editor", "", null);
        // As text: a Boolean would be written as an attribute without a value of its own.
        writer.writeAttribute("data-readonly", String.valueOf(isReadonly()), null);
        writer.writeAttribute("data-placing", attribute("placing"), null);
        writer.writeAttribute("data-definition", attribute("definition"), null);
        writer.writeAttribute("data-story", attribute("story"), null);
        writer.writeAttribute("data-language", attribute("language"), null);
        writer.writeAttribute("data-root", context.getExternalContext().getRequestContextPath(), null);
        writer.writeAttribute("data-picture-bytes", attribute("pictureBytes"), null);
        writer.writeAttribute("data-label", attribute("label"), null);
        writer.writeAttribute("data-ads", Objects.toString(getAttributes().get("ads"), "[]"), null);
        writer.writeAttribute("data-messages", messages(context.getViewRoot().getLocale()), null);
        writer.startElement("input", this);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", id, null);
        writer.writeAttribute("value", value, "value");
        writer.endElement("input");
        writer.endElement("div");
        if (context.getAttributes().putIfAbsent(LOADED, true) == null
                && !context.getPartialViewContext().isAjaxRequest()) {
            load(context, writer);
        }
    }

    /** The import map has to stand before the first module of the page, and modules import each other by its names. */
    private void load(FacesContext context, ResponseWriter writer) throws IOException {
        Map<String, String> imports = new LinkedHashMap<>();
        for (String name : new TreeSet<>(MODULES.keySet())) {
            imports.put(name, path(context, MODULES.get(name), WEBJARS));
        }
        for (String name : OWN) {
            imports.put("galley/" + name + ".js", path(context, "editor/" + name + ".js", LIBRARY));
        }
        for (String name : attribute("modules").split(" ")) {
            if (!name.isBlank()) {
                imports.put("galley/" + name + ".js", path(context, name + ".js", LIBRARY));
            }
        }
        JsonObjectBuilder map = Json.createObjectBuilder();
        imports.forEach(map::add);
        writer.startElement("script", null);
        writer.writeAttribute("type", "importmap", null);
        writer.write(Json.createObjectBuilder()
                .add("imports", map)
                .build()
                .toString()
                .replace("<", "\\u003c"));
        writer.endElement("script");
        writer.startElement("script", null);
        writer.writeAttribute("type", "module", null);
        writer.writeAttribute("src", imports.get("galley/boot.js"), null);
        writer.endElement("script");
    }

    private static String path(FacesContext context, String name, String library) {
        ResourceHandler resources = context.getApplication().getResourceHandler();
        Resource resource = resources.createResource(name, library);
        if (resource == null) {
            throw new IllegalStateException("the module " + library + "/" + name + " is missing from the application");
        }
        return resource.getRequestPath();
    }

    private String attribute(String name) {
        return Objects.toString(getAttributes().get(name), "");
    }

    private boolean isReadonly() {
        return Boolean.parseBoolean(attribute("readonly"));
    }

    private static String messages(Locale locale) {
        // Without a translation the bundle's own English is shown, never the language that the server happens to run
        // in.
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages.editor",
                locale,
                StoryEditor.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeSet<>(bundle.keySet()).forEach(key -> json.add(key, bundle.getString(key)));
        return json.build().toString();
    }
}
