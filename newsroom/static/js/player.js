// Links to a moment (`data-seek`, in seconds) move the page's own player, and so does an address that ends in #t=90.5.

import { play } from "./facade.js";

const media = document.querySelector(".film video, .sound audio");

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-seek]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const seconds = Number(link.dataset.seek);
  if (!seek(seconds)) return;
  event.preventDefault();
  history.replaceState(null, "", `#t=${seconds}`);
});

/** Plays from a moment; false where there is no player. */
function seek(seconds) {
  if (media) {
    start(seconds);
    media.scrollIntoView({ block: "nearest" });
    return true;
  }
  const film = document.querySelector(".film [data-embed]");
  if (!film) return false;
  play(film, seconds);
  return true;
}

function start(seconds) {
  const jump = () => {
    media.currentTime = seconds;
    media.play().catch(() => {});
  };
  if (media.readyState >= HTMLMediaElement.HAVE_METADATA) jump();
  else {
    media.addEventListener("loadedmetadata", jump, { once: true });
    media.preload = "metadata";
    media.load();
  }
}

/** The moment an address names: #t=90.5 or #t=1:30; null for none. */
function moment(hash) {
  const found = /^#t=(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/.exec(hash);
  if (!found) return null;
  const [, hours = 0, minutes = 0, seconds] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const asked = moment(location.hash);
if (media && asked !== null) {
  // A browser lets a page play only after a click: here the player is only brought to the moment.
  media.addEventListener("loadedmetadata", () => (media.currentTime = asked), { once: true });
  media.preload = "metadata";
  media.load();
}
