/**
 * What would be lost if the page were loaded anew and shows in no session: each says whether it is under way. Whoever holds such a
 * thing in memory alone adds itself.
 */
export const underWay = new Set<() => boolean>();

/** Fields of forms that something was typed into since the form was last sent. */
const typed = new Set<HTMLElement>();

/** From now on, sees what is typed into forms. */
export function watchTyping(): void {
  document.addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLElement && target.closest('form') !== null) typed.add(target);
    },
    { capture: true, passive: true },
  );
  document.addEventListener(
    'submit',
    ({ target }) => {
      for (const field of typed) if (target instanceof Node && target.contains(field)) typed.delete(field);
    },
    { capture: true, passive: true },
  );
}

/** Whether something is open in this window that loading it anew would take away. */
export function atWork(): boolean {
  for (const field of typed) if (!field.isConnected) typed.delete(field);
  if (typed.size > 0 || document.querySelector('dialog[open]') !== null) return true;
  if ([...underWay].some((is) => is())) return true;
  // What asks before the page is left, such as an exam, is asked.
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
}
