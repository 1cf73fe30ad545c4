import { runAtStorage } from './run-at-storage.ts';
import { runBeheer } from './run-beheer.ts';

await runAtStorage(
  (storage) => storage.openRecordsDesk(),
  (desk, { config: { baseUrl, isAddressGiven }, ...world }) =>
    runBeheer({ ...world, desk, baseUrl, isAddressGiven }),
);
