type Accent = { readonly light: string; readonly dark: string };

/** Gives everything below an element the colour of a tenant; without one it is ours. The shares are those that the server has held its contrast against. */
export function paintAccent(element: HTMLElement, accent: Accent | null | undefined): void {
  const { style } = element;
  if (!accent) {
    style.removeProperty('--accent');
    style.removeProperty('--accent-back');
    return;
  }
  const { light, dark } = accent;
  const back = (colour: string, percent: number) => `color-mix(in srgb, ${colour} ${percent}%, var(--sheet))`;
  style.setProperty('--accent', `light-dark(${light}, ${dark})`);
  style.setProperty('--accent-back', `light-dark(${back(light, 10)}, ${back(dark, 18)})`);
}
