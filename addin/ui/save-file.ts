/** Hands text to the program around the page as a file to save. */

/** The program may still be reading it after the click. */
const keptForMs = 60_000;

/** Nothing tells whether a file was saved: some hosts (Outlook for Mac, phones) drop it silently, so say what to do then. */
export function saveFile({ name, text, mediaType }: { readonly name: string; readonly text: string; readonly mediaType: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), keptForMs);
}
