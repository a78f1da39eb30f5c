import { afterEach, describe, expect, it, vi } from 'vitest';

/** As much of a field and of a form as is looked at. */
class Field {
  isConnected = true;
  constructor(readonly form: Form | null) {}
  closest() {
    return this.form;
  }
}
class Form {
  contains(field: Field) {
    return field.form === this;
  }
}

/** A page in which the module sees what is typed. */
async function page() {
  const heard = new Map<string, (event: { readonly target: unknown }) => void>();
  const shown = { dialog: null as object | null, asks: false };
  vi.stubGlobal('HTMLElement', Field);
  vi.stubGlobal('Node', Form);
  vi.stubGlobal('document', {
    addEventListener: (kind: string, listener: (event: { readonly target: unknown }) => void) =>
      heard.set(kind, listener),
    querySelector: () => shown.dialog,
  });
  vi.stubGlobal('dispatchEvent', (event: Event) => event.type !== 'beforeunload' || !shown.asks);
  vi.resetModules();
  const { atWork, underWay, watchTyping } = await import('../../../src/app/under-way');
  watchTyping();
  return { atWork, underWay, shown, fire: (kind: string, target: unknown) => heard.get(kind)?.({ target }) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a window in which nothing would be lost', () => {
  it('has no dialog open, nothing that asks before it is left, and nothing that says it is under way', async () => {
    const { atWork, underWay, shown } = await page();
    expect(atWork()).toBe(false);
    shown.dialog = {};
    expect(atWork()).toBe(true);
    shown.dialog = null;
    shown.asks = true;
    expect(atWork()).toBe(true);
    shown.asks = false;
    let runs = true;
    underWay.add(() => runs);
    expect(atWork()).toBe(true);
    runs = false;
    expect(atWork()).toBe(false);
  });

  it('has no form that was typed into and not sent; one that left the screen is none', async () => {
    const { atWork, fire } = await page();
    const [form, another] = [new Form(), new Form()];
    fire('input', new Field(null));
    expect(atWork()).toBe(false);
    fire('input', new Field(form));
    expect(atWork()).toBe(true);
    fire('submit', another);
    expect(atWork()).toBe(true);
    fire('submit', form);
    expect(atWork()).toBe(false);
    const field = new Field(another);
    fire('input', field);
    field.isConnected = false;
    expect(atWork()).toBe(false);
  });
});
