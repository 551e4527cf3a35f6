/** The few words that are part of every page itself, for when its texts do not arrive. */

export const start = {
  'app.name': 'Firsthand',
  'app.loading': 'Loading',
  'failure.start.title': 'Firsthand could not start',
  'failure.start.sentence': 'Its settings or the program around it did not answer. Reload to try again.',
  'failure.reload': 'Reload',
} as const;
