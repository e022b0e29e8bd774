/** What a writing surface is told: by whoever mounts it, or else by the attributes of its element. */

/** @template T @param {string | undefined} json @param {T} otherwise @returns {T} */
const parse = (json, otherwise) => (json ? JSON.parse(json) : otherwise);

/** @param {HTMLElement} element @param {import("galley/storyEditor.js").Options} given */
export function optionsOf(element, given) {
  const { dataset } = element;
  const input = given.input === undefined ? element.querySelector("input[type=hidden]") : given.input;
  const messages = given.messages ?? parse(dataset.messages, {});
  return {
    input,
    messages,
    value: given.value ?? parse(input?.value, []),
    ads: given.ads ?? parse(dataset.ads, []),
    readonly: given.readonly ?? dataset.readonly === "true",
    definition: given.definition ?? dataset.definition ?? "",
    placing: given.placing ?? dataset.placing === "true",
    story: given.story ?? dataset.story ?? "",
    language: given.language ?? dataset.language ?? "",
    label: given.label || dataset.label || messages.surface,
    placeholder: given.placeholder || dataset.placeholder || messages.placeholder,
  };
}
