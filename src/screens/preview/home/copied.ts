/** Puts a text on the clipboard, and says whether it lies there: without a secure context, or the browser's leave, there is none. */
export async function copied(text: string, clipboard: Pick<Clipboard, 'writeText'> | undefined): Promise<boolean> {
  try {
    if (clipboard === undefined) return false;
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
