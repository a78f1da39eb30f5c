/**
 * Sets an attribute that changed. To set one to what it is has the browser lay an SVG out again, and these are set on
 * every frame and every press.
 */
export function putAttribute(element: Element | null | undefined, name: string, value: string): void {
  if (element != null && element.getAttribute(name) !== value) element.setAttribute(name, value);
}
