import { describe, expect, it } from 'vitest';
import { parseRoute, routeFragment } from '../../../src/state/route';
import { createSettings, defaultSettings, parseSettings } from '../../../src/state/settings';

describe('settings', () => {
  it('fall back to the defaults for whatever cannot be read', () => {
    for (const text of [null, '', '{', '[]', '"dark"', '{"theme":"neon","map":"preempt-1999","injector":7}']) {
      expect(parseSettings(text)).toEqual(defaultSettings);
    }
  });

  it('kept by an older version get what they did not have by default, and an unknown skin the default one', () => {
    const older = '{"theme":"dark","map":"preempt-2010","detail":"auto","injector":"Dr Example","letterKeys":true}';
    expect(parseSettings(older)).toMatchObject({ theme: 'dark', tone: defaultSettings.tone, hairline: false });
    expect(parseSettings('{"tone":"tone-99","hairline":"yes"}')).toMatchObject({ tone: 'tone-2', hairline: false });
    expect(parseSettings('{"tone":"tone-6","hairline":true}')).toMatchObject({ tone: 'tone-6', hairline: true });
  });

  it('are the same after being kept and read again', () => {
    let kept = '';
    const port = { read: () => null, write: (text: string) => (kept = text) };
    const settings = createSettings(port);
    settings.setState({
      theme: 'dark',
      map: 'preempt-2010',
      injector: 'Dr Example',
      understood: true,
      tone: 'tone-5',
      hairline: true,
      follow: 'stay',
      speech: true,
      haptics: false,
    });
    expect(parseSettings(kept)).toEqual(settings.getState());
  });

  it('carry on what the practice kept here before the vault did, to the letter, until it is moved', () => {
    const older = { ownOrder: [{ muscle: 'trapezius' }], templates: [{ name: 'Ours', odd: 1 }] };
    const once = parseSettings(JSON.stringify(older));
    expect(once.toMove).toEqual(older);
    expect(parseSettings(JSON.stringify(once)).toMove).toEqual(older);
    expect(parseSettings(JSON.stringify({ ...once, toMove: null })).toMove).toBeNull();
  });

  it('turn the head to the next site, keep silent and pulse until somebody chose otherwise', () => {
    expect(parseSettings('{"follow":"spin","speech":"yes","haptics":"no"}')).toMatchObject({
      follow: 'turn',
      speech: false,
      haptics: true,
    });
  });
});

describe('addresses', () => {
  it('lead to each screen and back', () => {
    for (const screen of ['learn', 'preview', 'records', 'settings'] as const) {
      expect(parseRoute(routeFragment({ screen }))).toEqual({ screen });
    }
    expect(parseRoute(routeFragment({ screen: 'chart', session: 'a-1' }))).toEqual({ screen: 'chart', session: 'a-1' });
    const comparison = { screen: 'records', compare: ['a-1', 'b-2'] } as const;
    const backup = { screen: 'settings', part: 'backup' } as const;
    expect(parseRoute(routeFragment(backup))).toEqual(backup);
    expect(parseRoute('#/settings/nowhere')).toEqual({ screen: 'settings' });
    expect(parseRoute(routeFragment(comparison))).toEqual(comparison);
  });

  it('lead to Chart when they are not understood, and carry no odd ids', () => {
    expect(parseRoute('#/nowhere')).toEqual({ screen: 'chart', session: null });
    expect(parseRoute('#/chart/<script>')).toEqual({ screen: 'chart', session: null });
    expect(parseRoute('#/records/compare/a-1')).toEqual({ screen: 'records' });
    expect(parseRoute('#/records/compare/a-1/<script>')).toEqual({ screen: 'records' });
  });
});
