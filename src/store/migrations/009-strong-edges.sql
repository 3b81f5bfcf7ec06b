-- Edges that more than one article says: few, and shown before the others where not all can be.
create index edge_strong on edge (source, target) where weight > 1;
create index edge_strong_target on edge (target, source) where weight > 1;
