package id.pde.route;

import id.pde.route.door.DoorSecrets;
import id.pde.route.door.Drafts;
import id.pde.route.door.Fetcher;
import id.pde.route.door.FolderWatch;

/**
 * What doors to machines elsewhere need.
 *
 * @param folders of watches of folders
 * @param drafts where answers of the web are written
 */
public record Doorway(
    DoorSecrets secrets, FolderWatch.Needs folders, Fetcher fetcher, Drafts drafts) {}
