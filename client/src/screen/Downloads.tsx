import { ActionIcon, Menu } from '@mantine/core';
import { exportUrl, publishUrl } from '../api/queries.ts';
import { isPublished } from '../api/request.ts';
import { useExplorer } from '../explorer.ts';
import { partAsked } from '../state/asked.ts';
import { icons } from './icons.tsx';

/** Pictures of what is seen, and data of it or of all. */
export function Downloads({ articles }: { articles: number }) {
  const explorer = useExplorer();
  const { stage, say } = explorer;
  const part = partAsked(explorer);
  const png = async (scale: number) => {
    const { savePng } = await import('../canvas/picture.ts');
    await savePng(stage, articles, scale);
    say('The picture was saved');
  };
  const svg = async () => {
    const { saveSvg } = await import('../canvas/picture.ts');
    saveSvg(stage, articles);
    say('The picture was saved');
  };
  const json = async () => {
    const { saveSeen } = await import('./saveSeen.ts');
    saveSeen(explorer);
    say('The data were saved');
  };
  return (
    <Menu position="bottom-end" width={270} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon size={36} variant="subtle" color="gray" aria-label="Download">
          {icons.download}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>What is seen</Menu.Label>
        <Menu.Item onClick={() => void png(2)}>PNG picture</Menu.Item>
        <Menu.Item onClick={() => void png(4)}>PNG picture, for print</Menu.Item>
        <Menu.Item onClick={() => void svg()}>SVG drawing</Menu.Item>
        <Menu.Item onClick={() => void json()}>JSON, what is seen</Menu.Item>
        {!isPublished && (
          <>
            {part !== '' && <Menu.Label>What the filters leave</Menu.Label>}
            {part !== '' && <Exports part={part} name="dateline-part" />}
            <Menu.Label>Whole graph</Menu.Label>
            <Exports part="" name="dateline" />
            <Menu.Label>For a web server</Menu.Label>
            <Menu.Item component="a" href={publishUrl(part)} download="dateline.zip">
              Folder with this explorer
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Files of the graph, or of the part that filters leave, as links. */
const Exports = ({ part, name }: { part: string; name: string }) => (
  <>
    <Menu.Item component="a" href={exportUrl('gexf', part)} download={`${name}.gexf`}>
      GEXF, for Gephi
    </Menu.Item>
    <Menu.Item component="a" href={exportUrl('json', part)} download={`${name}.json`}>
      JSON, for graphology
    </Menu.Item>
  </>
);
