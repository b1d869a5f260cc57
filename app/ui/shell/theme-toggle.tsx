'use client';

import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { IconButton } from '../icon-button';

/** Switches between light and dark. CSS selects the icon, so that it is correct before hydration. */
export function ThemeToggle() {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <IconButton
      label="Switch between light and dark"
      size="toolbar"
      onPress={() => {
        setTheme(resolvedTheme === 'dark' ? 'light' : 'dark');
      }}
      icon={
        <>
          <Moon aria-hidden className="dark:hidden" />
          <Sun aria-hidden className="hidden dark:block" />
        </>
      }
    />
  );
}
