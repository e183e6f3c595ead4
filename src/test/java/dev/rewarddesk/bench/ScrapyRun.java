package dev.rewarddesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Scrapy's image pipeline made of a site.
 *
 * @param seconds of crawling, without starting Python
 * @param urls of the images that it stored
 */
record ScrapyRun(double seconds, Set<String> urls) {

    /** @param unpacked where Debian's packages of Scrapy were unpacked */
    static ScrapyRun of(Path unpacked, String start, Path store, int concurrency)
            throws IOException, InterruptedException {
        Path spider = Files.createTempFile("spider", ".py");
        try {
            try (InputStream in = Objects.requireNonNull(ScrapyRun.class.getResourceAsStream("images_spider.py"))) {
                Files.write(spider, in.readAllBytes());
            }
            ProcessBuilder python = new ProcessBuilder(
                            "/usr/bin/python3",
                            spider.toString(),
                            start,
                            store.toString(),
                            Integer.toString(concurrency))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            python.environment()
                    .putAll(Map.of(
                            "PYTHONPATH",
                            unpacked.resolve("usr/lib/python3/dist-packages").toString(),
                            "LD_LIBRARY_PATH",
                            unpacked.resolve("usr/lib/x86_64-linux-gnu").toString()));
            Process process = python.start();
            JsonNode said = new ObjectMapper().readTree(process.getInputStream());
            process.waitFor();
            Set<String> urls = new TreeSet<>();
            said.path("urls").forEach(url -> urls.add(url.asText()));
            return new ScrapyRun(said.path("seconds").asDouble(), urls);
        } finally {
            Files.delete(spider);
        }
    }
}
