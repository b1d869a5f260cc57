import type { ContractClosing, LicenseClosing, TitleClosing } from '../../src/domain/closing';

/** What a license or title is called once it is closed. */
export const CLOSED_NAMES: Readonly<Record<(LicenseClosing | TitleClosing)['kind'], string>> = {
  ended: 'Ended',
  retired: 'Retired',
  void: 'Void',
};

/** `Retired: rights reverted`. */
export function closingText({
  kind,
  reason,
}: ContractClosing | LicenseClosing | TitleClosing): string {
  return `${CLOSED_NAMES[kind]}: ${reason.replace(/\.$/, '')}`;
}
