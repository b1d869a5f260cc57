'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { SegmentedControl } from '../fields/segmented-control';

const never = () => () => {};

/** Choice of light, dark or system theme. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The server does not know the choice, which the browser stores.
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
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
