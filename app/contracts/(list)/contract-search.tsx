'use client';

import { useRouter } from 'next/navigation';
import { SearchBox } from '@/ui/fields/search-box';

/** Finds contracts by studio and reference number; the words stand in the address. */
export function ContractSearch({ text }: { text: string }) {
  const router = useRouter();
  return (
    <SearchBox
      label="Search contracts"
      text={text}
      onSearch={(words) => {
        router.replace(words === '' ? '/contracts' : `/contracts?q=${encodeURIComponent(words)}`);
      }}
    />
  );
}
