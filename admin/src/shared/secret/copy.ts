/** Browsers allow the clipboard API only with https; on plain http the older way works. */
export async function copyText(text: string, selected: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    selected?.select();
    return document.execCommand('copy');
  }
}
