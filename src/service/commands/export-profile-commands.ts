import type { Definitions, Kind } from './definition';
import type {
  ExportProfileRevised,
  ExportProfileSaved,
  RemoveExportProfile,
  SaveExportProfile,
} from '../export/profile-service';
import { removeExportProfile, saveExportProfile } from '../export/profile-service';
import { onRecords } from './definition';

/** Saving the same twice changes nothing, so no answer is stored under a key. */
export interface ExportProfileCommands {
  readonly 'save-export-profile': Kind<SaveExportProfile, ExportProfileRevised>;
  readonly 'remove-export-profile': Kind<RemoveExportProfile, ExportProfileSaved>;
}

export const EXPORT_PROFILE_COMMANDS: Definitions<ExportProfileCommands> = {
  'save-export-profile': {
    aggregate: 'export-profile',
    role: 'editor',
    run: onRecords(saveExportProfile),
    subject: ({ profileId: id }) => ({ what: 'export-profile', id }),
    parts: ({ style }) => [{ at: ['style'], value: style }],
  },
  'remove-export-profile': {
    aggregate: 'export-profile',
    role: 'editor',
    run: onRecords(removeExportProfile),
    subject: ({ profileId: id }) => ({ what: 'export-profile', id }),
  },
};
