'use client';

import { useRef, useState } from 'react';
import type { GridView } from './price-grid';
import { Button } from '@/ui/button';
import { Menu } from '@/ui/overlays/menu';
import { MenuItem } from '@/ui/overlays/menu-item';
import { readFile } from './price-file';

/** Reads a file of prices, to be looked at before it lands in the table. */
export function ImportButton({
  isDisabled,
  onRead,
}: {
  isDisabled: boolean;
  /** Called with the rows of the file, or with why it cannot be read. */
  onRead: (rows: readonly (readonly string[])[] | string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const read = async (file: File) => {
    setReading(true);
    onRead(await readFile(file));
    setReading(false);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.xlsx"
        aria-label="Prices as CSV or Excel"
        className="sr-only"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again after it was changed.
          currentTarget.value = '';
          if (file !== undefined) void read(file);
        }}
      />
      <Button
        variant="secondary"
        isDisabled={isDisabled}
        isPending={isReading}
        onPress={() => input.current?.click()}
      >
        Import
      </Button>
    </>
  );
}

/** The table as a file: whole, or as it stands on the day that is shown, in the form that is pasted. */
export function ExportMenu({ id, view, day }: { id: string; view: GridView; day: string }) {
  const shown = new URLSearchParams({ ...view, day }).toString();
  const file = (path: string) => ({ href: `/price-tables/${id}/${path}`, download: true });
  return (
    <Menu label="Export" button={<Button variant="secondary">Export</Button>}>
      <MenuItem {...file('table?format=xlsx')}>Whole table as Excel</MenuItem>
      <MenuItem {...file('table?format=csv')}>Whole table as CSV</MenuItem>
      <MenuItem {...file(`prices.csv?${shown}`)}>This day as CSV</MenuItem>
    </Menu>
  );
}
