/** Moves the keyboard to the selected site in the list, once it is drawn. */
export function focusSelectedSite(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[role="option"][aria-selected="true"]')?.focus({ preventScroll: true });
  });
}
