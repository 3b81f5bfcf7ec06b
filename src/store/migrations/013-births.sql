-- The year of birth that an article gives of a person, or tells by an age: it keeps people of one name apart.
alter table article_entity add column born int;
