/** Browsers give the clipboard only to https; offices that come by a plain address have the old way. */
export async function copyText(text: string, selected: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    selected?.select();
    return document.execCommand('copy');
  }
}
