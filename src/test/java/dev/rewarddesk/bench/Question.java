package dev.rewarddesk.bench;

import java.util.Map;

/**
 * Something that is asked of the backend.
 *
 * @param path with the query, for HTTP
 * @param operation the same for the database
 * @param query the same for the database
 */
record Question(String name, String path, String operation, Map<String, String> query) {}
