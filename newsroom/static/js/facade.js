// A provider's film: a click on its picture puts the player there. Before that, nothing asks the provider for anything.

for (const facade of document.querySelectorAll("a[data-embed]")) {
  facade.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    play(facade);
  });
}

/** Replaces a facade by its player, which starts at `seconds`. */
export function play(facade, seconds = 0) {
  const frame = document.createElement("iframe");
  frame.src = at(facade.dataset.embed, seconds);
  frame.title = facade.dataset.title;
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.dataset.embed = facade.dataset.embed;
  facade.replaceWith(frame);
  frame.scrollIntoView({ block: "nearest" });
  frame.focus({ preventScroll: true });
}

/** The player's address for a moment: YouTube reads `start=`, Vimeo `#t=`, both in whole seconds. */
function at(embed, moment) {
  const seconds = Math.floor(moment);
  if (!seconds) return embed;
  const address = new URL(embed);
  if (address.hostname.endsWith("vimeo.com")) address.hash = `t=${seconds}s`;
  else address.searchParams.set("start", String(seconds));
  return address.href;
}
