/** The drop with its measure marks. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <path d="M13 2.2c3.6 4.9 7 8.6 7 13a7 7 0 0 1-14 0c0-4.4 3.4-8.1 7-13z" fill="var(--brand)" />
      <path d="M9 15.4h8M9 12.2h4M9 18.6h4" stroke="var(--on-brand)" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}
