'use client';

import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { IconButton } from '../icon-button';

/** From light to dark and back. Which icon shows is decided by the style sheet, so that it is right before hydration. */
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
