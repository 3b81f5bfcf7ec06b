/** The text of the article that is read when the process is killed. */
export const CRASHING =
  'Harbour Workers Union, or HWU, criticized Bulgaria. Tomás Reyl met Mara Ilves in Varna on 2024-05-01.';
