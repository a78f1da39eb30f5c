/**
 * The colours of pain on the skin: an orange that no muscle has, its stripes, and the two lines at its edge, of which
 * one stands out from any skin by 3:1.
 */
export const heatInk = { fill: '#FF8A1F', deep: '#B23A00', dark: '#2B0F00', light: '#FFF1DC' } as const;
