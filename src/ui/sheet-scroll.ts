/** Brings the beginning of the sheet into view: in its own box, or where the page scrolls, there. */
export function showSheetStart(): void {
  document.querySelector('.sheet .scroll')?.scrollTo(0, 0);
  const { scrollHeight, clientHeight } = document.documentElement;
  if (scrollHeight > clientHeight) document.querySelector('.sheet')?.scrollIntoView();
}
