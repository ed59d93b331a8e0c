// Buttons that copy an address. They are hidden until this runs, since they do nothing without it.

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    const word = button.firstChild;
    const before = word.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      word.textContent = button.dataset.done;
      setTimeout(() => (word.textContent = before), 2000);
    });
  }
}
