/** The only door of this room: the API and the explorer over HTTP. */
export { type AppOptions, createApp, whileStarting } from './app.ts';
export { type Listening, listen } from './listen.ts';
export { openApi } from './openapi.ts';
export { chosenPart } from './part.ts';
export { type PublishOptions, publishedFiles, publishedPart } from './publish/files.ts';
export { withExplorer, writeFolder } from './publish/folder.ts';
