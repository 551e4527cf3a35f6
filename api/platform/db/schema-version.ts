/** The migration that this code expects to be the newest; a test holds it equal to the folder. */
export const schemaVersion = '0005-sync';
