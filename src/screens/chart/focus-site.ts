const toSelectedSite = () => {
  document.querySelector<HTMLElement>('[data-site][aria-selected="true"]')?.focus({ preventScroll: true });
};

/** Moves the keyboard to the selected site in the list, once it is drawn. */
export function focusSelectedSite(): void {
  requestAnimationFrame(toSelectedSite);
}

/** After an action whose button goes away with what it did: without it the keyboard would stand nowhere. */
export function keepKeyboard(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) toSelectedSite();
  });
}
