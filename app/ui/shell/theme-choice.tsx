'use client';

import { useTheme } from 'next-themes';
import { SegmentedControl } from '../fields/segmented-control';
import { useIsInBrowser } from '../use-is-in-browser';

/** Choice of light, dark or system theme. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The server does not know the choice, which the browser stores.
  const isInBrowser = useIsInBrowser();
  return (
    <SegmentedControl
      label="Appearance"
      isLabelShown
      value={isInBrowser ? (theme ?? 'system') : 'system'}
      onChange={setTheme}
      options={[
        { value: 'system', label: 'Match system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
    />
  );
}
