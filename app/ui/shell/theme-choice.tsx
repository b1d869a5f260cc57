'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { SegmentedControl } from '../fields/segmented-control';

const never = () => () => {};

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The server cannot know what this browser keeps.
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
