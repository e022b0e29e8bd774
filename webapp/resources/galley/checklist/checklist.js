/** Keeps the focus where the work is when the list is drawn anew: in an item that was added, at one that moved or was removed. */
const form = document.getElementById("list");
const inputs = () => [...form.querySelectorAll(".items input[type=text]")];
/** What was pressed, and at which item. @type {{ what: string, index: number } | null} */
let pressed = null;

form.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest("button");
    const [, what] = /:(add|up|down|remove)$/.exec(button?.id ?? "") ?? [];
    const item = button?.closest("li");
    pressed = what ? { what, index: item ? [...item.parentElement.children].indexOf(item) : -1 } : null;
  },
  { capture: true },
);
// Enter in a field means the list as a whole.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".items input[type=text]")) {
    event.preventDefault();
    document.getElementById("list:save").click();
  }
});

new MutationObserver(() => {
  const items = inputs();
  const wrong = form.querySelector(".items .ui-message-error");
  if (wrong) {
    wrong.closest("li").querySelector("input").focus();
  } else if (pressed) {
    const { what, index } = pressed;
    const to = { add: items.length - 1, up: index - 1, down: index + 1, remove: Math.min(index, items.length - 1) }[what];
    (items[to] ?? document.getElementById("list:add")).focus();
  }
  pressed = null;
}).observe(form, { childList: true });
