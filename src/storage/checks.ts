/** What is read is checked by these; a module of its own, so that it can be fetched apart from the store. */
export { parseListing } from '../record/listing-schema';
export { parseSession } from '../record/schema';
