/** The least page that draws the answer of `/api/graph` with sigma and its own settings: what the explorer is held to. */
import Graph from 'graphology';
import Sigma from 'sigma';

const COLORS = ['#1d4f91', '#bd5206', '#117a62', '#8a52b3', '#a3123d', '#5b6470'];

const limit = new URLSearchParams(location.search).get('limit') ?? '500';
const response = await fetch(`/api/graph?limit=${limit}`);
const graph = new Graph({ multi: true });
graph.import(await response.json());
const types = [...new Set(graph.mapNodes((_, { type }) => String(type)))];
graph.updateEachNodeAttributes((_, { type, ...attributes }) => ({
  ...attributes,
  // sigma reads `type` as the name of a program
  color: COLORS[types.indexOf(String(type))] ?? '#808080',
}));
graph.updateEachEdgeAttributes((_, { type: _type, ...attributes }) => ({ ...attributes, color: '#a9a9a6' }));
const container = document.getElementById('graph');
if (container) Object.assign(window, { dateline: { sigma: new Sigma(graph, container) } });
