/** Rows as one parameter for `json_to_recordset`: one statement a table, however many rows. */
export const jsonRows = (items: readonly object[]): string => JSON.stringify(items);
