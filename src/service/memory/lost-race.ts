/** Something that a command rests on was changed while it was decided: deciding again finds out what. */
export class LostRace extends Error {}
