/** For the heading of a part that arrives late: the button pressed for it has left without a place. */
export function takeFocus(heading: HTMLElement): void {
  if (document.activeElement === document.body) heading.focus({ preventScroll: true });
}
