'use client';

import { EyeOff } from 'lucide-react';
import { createContext, useContext, type ReactNode } from 'react';
import { Button } from '@/ui/button';
import { ChooseForm } from '../../exports/choose-form';

/** A title at the version that the page shows. */
export interface ChosenTitle {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

/** Takes the titles down that are chosen in the list, which the server draws. */
export const TakingDown = createContext<(titles: readonly ChosenTitle[]) => void>(() => undefined);

/** The titles of a license to choose from, to take them down or to export them. */
export function ChooseTitles({
  titles,
  children,
}: {
  titles: readonly ChosenTitle[];
  children: ReactNode;
}) {
  const takeDown = useContext(TakingDown);
  return (
    <ChooseForm
      what="title"
      count={titles.length}
      more={(meant) => (
        <Button
          size="toolbar"
          onPress={() => {
            const choice = meant();
            if (choice.kind === 'chosen')
              takeDown(titles.filter(({ id }) => choice.ids.includes(id)));
          }}
        >
          <EyeOff aria-hidden />
          Take down
        </Button>
      )}
    >
      {children}
    </ChooseForm>
  );
}
