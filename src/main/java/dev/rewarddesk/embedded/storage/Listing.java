package dev.rewarddesk.embedded.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.http.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects, and folders of them, to list: one level of names, as Supabase does.
 *
 * @param folder empty, or with a slash at its end
 * @param search how names begin, whatever their case
 * @param order a column and a direction
 * @param limit how many at most
 * @param offset how many to pass over
 */
record Listing(String folder, String search, String order, int limit, int offset) {

    private static final Set<String> COLUMNS = Set.of("name", "updated_at", "created_at", "last_accessed_at");
    private static final Set<String> DIRECTIONS = Set.of("asc", "desc");
    private static final int MOST = 1000;

    private static final String METADATA = """
            o.metadata - 'sha256' || jsonb_build_object('contentLength', o.metadata -> 'size', 'lastModified', o.updated_at,
              'cacheControl', 'max-age=3600', 'httpStatusCode', 200)""";

    /**
     * What a request's body asks for.
     *
     * @throws Refusal when it cannot be
     */
    static Listing of(JsonNode body) {
        String prefix = body.path("prefix").asText();
        JsonNode sort = body.path("sortBy");
        String column = sort.path("column").asText("name");
        String direction = sort.path("order").asText("asc");
        if (!COLUMNS.contains(column) || !DIRECTIONS.contains(direction)) {
            throw Refusal.of(
                    400, "invalid_sortBy", "Sort by name, updated_at, created_at or last_accessed_at, asc or desc.");
        }
        return new Listing(
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                body.path("search").asText(),
                column + " " + direction,
                whole(body, "limit", 100, MOST),
                whole(body, "offset", 0, Integer.MAX_VALUE));
    }

    /** Folders and objects as a JSON array, as far as the caller's role may see them. */
    String find(Connection connection, String bucket) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with there as (
                  select substr(o.name, length(?) + 1) as name, o.id, o.updated_at, o.created_at, o.last_accessed_at, %s as metadata
                  from storage.objects o where o.bucket_id = ? and starts_with(o.name, ?)
                ), level as (
                  select distinct split_part(t.name, '/', 1) as name, null::uuid as id, null::timestamptz as updated_at,
                    null::timestamptz as created_at, null::timestamptz as last_accessed_at, null::jsonb as metadata
                  from there t where position('/' in t.name) > 0
                  union all
                  select * from there t where position('/' in t.name) = 0
                ), page as (
                  select row_number() over (order by l.id is not null, l.%s) as place, l.* from level l
                  where starts_with(lower(l.name), lower(?)) order by place limit ? offset ?
                )
                select coalesce(jsonb_agg(to_jsonb(p) - 'place' order by p.place), '[]') from page p
                """.formatted(METADATA, order))) {
            statement.setString(1, folder);
            statement.setString(2, bucket);
            statement.setString(3, folder);
            statement.setString(4, search);
            statement.setInt(5, limit);
            statement.setInt(6, offset);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** What is known of one object, as JSON; empty where the caller's role sees none. */
    static Optional<String> facts(Connection connection, String bucket, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select jsonb_build_object('id', o.id, 'name', o.name, 'version', o.id, 'bucket_id', o.bucket_id,
                  'size', o.metadata -> 'size', 'content_type', o.metadata -> 'mimetype', 'cache_control', 'max-age=3600',
                  'etag', o.metadata -> 'eTag', 'metadata', coalesce(o.user_metadata, '{}'), 'last_modified', o.updated_at,
                  'created_at', o.created_at)
                from storage.objects o where o.bucket_id = ? and o.name = ?
                """)) {
            statement.setString(1, bucket);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static int whole(JsonNode body, String field, int otherwise, int most) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
            throw Refusal.of(400, "invalid_" + field, field + " must be a whole number of at least 0.");
        }
        return Math.min(value.intValue(), most);
    }
}
