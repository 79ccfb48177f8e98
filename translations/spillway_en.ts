<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the link in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the range, or follow now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh more often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh less often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate the pages in wall mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a link to this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a link with the times frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakerTableModel</name>
    <message>
        <source>forced open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled: calls always pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics only: calls pass and are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>the event has no start (DTSTART)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 20261001 or 20261001T090000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end is not of the same kind as the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write both as dates, or both as times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event ends before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the duration is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as P1D or PT8H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an excluded date (EXDATE) is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a further date (RDATE) is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recurrence rule contradicts itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its events recur more than %1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a calendar of holidays only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recurrence rule is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as FREQ=YEARLY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event recurs several times a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A holiday recurs daily at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than %1 recurring events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a calendar of holidays only, with yearly rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone or the span is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no calendar in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an iCalendar file (.ics).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends inside %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It seems to be cut: fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands outside a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts are nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>there are more than %n events</source>
        <translation>
            <numerusform>there are more than %n events</numerusform>
            <numerusform>there are more than %n events</numerusform>
        </translation>
    </message>
    <message>
        <source>END of %1 without its BEGIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a calendar line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start is not what its VALUE=%1 says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartTooltip</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A time (%1) and the name of its zone (%2), as &quot;14:03:15 UTC&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The same time in two zones: &quot;14:03:15 UTC · 22:03:15 CST&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Stacked total</source>
        <extracomment>Last line of a tooltip: the sum of the series that are stacked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, restarted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostBasis</name>
    <message>
        <source>data for %1 of that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU %1 a core hour, memory %2 a GiB hour, at the larger of request and use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests have no price in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens: %1 (%2); check them against your contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens: %1; check them against your contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is converted at %2, the workspace&apos;s rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached tokens are not charged as input again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day at this rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>without %n row(s) that ended</source>
        <translation>
            <numerusform>without %n row that ended</numerusform>
            <numerusform>without %n rows that ended</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than an hour of data so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a straight line through the month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time without data is taken to cost the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace has no budget for a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not included: idle nodes, storage, network and taxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the system costs an hour, now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time without data costs nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast to month end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear: the month to date, divided by the part of the month that has data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent of the month&apos;s budget; the mark is the forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests and tokens are divided among the tags of their component&apos;s pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is spent on, month to date (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate over the selected time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens by model, month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input counts what was read from the cache too, if the provider does so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostQueries</name>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: old data is shown. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: left out. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: left out. The query found no series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: the server says that parts are missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CronSchedule</name>
    <message numerus="yes">
        <source>it has %n field(s), five are expected</source>
        <translation>
            <numerusform>it has %n field, five are expected</numerusform>
            <numerusform>it has %n fields, five are expected</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a cron expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write minute, hour, day of month, month and day of week: 0 9 * * 1-5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurlError</name>
    <message>
        <source>Check the address and that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host name, and that the VPN is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the CA file of the workspace and that the address is the name in the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the client certificate and its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; a proxy or the server closes connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port: what answers is not a healthy HTTP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host name is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy&apos;s host name is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the CA file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed before an answer came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed in the middle of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was cut while receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was cut while sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed answer is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy wants credentials (HTTP 407)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy refused the connection (HTTP %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer was not complete after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter range, or raise the time limit of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the VPN and firewalls on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing came for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is larger than the limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for fewer series or a coarser step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the address that the server redirects to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the address; it starts with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it waited %1 behind other requests to this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh less often, or show fewer panels at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurlSetup</name>
    <message>
        <source>The token cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file does not hold one line of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the token alone into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credentials cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password or token has more than one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it again without line breaks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Active sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer time p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog against last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog, consumers and the time to work it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU against request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU used of request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call time p95 by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold start (created to ready)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate of machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialog manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialog turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of answer times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of retrieval times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each evicted key is a session that is lost: raise maxmemory or shorten the time to live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every component at a glance: traffic, latency, errors, saturation, replicas, backlog, tokens and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evicted keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External tools: calls, failures, latency and circuit breakers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure rate by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits and misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If retrieval grows, more workers help; if generation grows, look at the LLM quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean time by stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory against limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used of limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, evictions, clients and hit rate of the session store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More replicas do not help while the provider refuses: the quota is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One component: traffic, latency, errors, replicas, cold starts, CPU, memory and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override generation acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a CPU core hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a GiB hour of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue, tokens, quota and refusals of the LLM provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota used by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAG worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready messages a consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis session store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the provider (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas and bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request rate against quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests by status code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrieval and generation p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, turns and the machines of the dialog manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token rate against quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens by model and direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the time of an answer goes: retrieval or generation, and the machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer time p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaker opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consumers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu of request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>desired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evicted keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit of one pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory of limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory of maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redis up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request of one pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrieve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time to drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{model}} quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{queue}} in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU and memory of the containers, at the larger of request and use and the prices of the workspace. Without tokens and requests: the cost page has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the running pods took from their creation until they could take traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine cost by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token cost by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a component: what its users see, what limits it, and what it costs. CPU is of what is requested, memory of the limit. The small figures compare with the same time last week. A click opens the page of the component.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs at its upper bound: raise it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More replicas help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of max replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the memory limit, or what is over it is killed or evicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is the limit: more replicas only make 429s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the bottleneck is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests fail: find out why before adding replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the prices of the workspace, each from its day on. Models without a price are not here: the cost page names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More consumers help, unless the quota is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where users come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{queue}}{{topic}} ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DashboardReader</name>
    <message>
        <source>The dashboard is of a newer version of Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format is version %1, this program knows versions up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Spillway. The file was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel ends at column %1, the grid has %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known units: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two queries of the panel have the id “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min must be less than max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel has no queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a name of a variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and _, not starting with a digit or __.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is used twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“spillway.dev/v1” is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Dashboard” is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel has no query “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawnSnapshot</name>
    <message>
        <source>Native histograms are drawn as their p50 and p95; a heatmap shows all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 histograms are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>“%1” is not a duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 90s, 5m, 1h30m or 2w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is expected before each unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units are y, w, d, h, m, s and ms, largest first, each once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExecCredential</name>
    <message>
        <source>Run it in a terminal to see what it prints; update it, or the entry under exec.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not print an ExecCredential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was asked for %1 and answered %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the apiVersion that the helper speaks into the entry under exec, or update the helper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its answer has no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave a certificate without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave a key without a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave neither a token nor a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it printed nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it printed is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its expirationTimestamp is not a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login helper “%1” of the user “%2” gave no credentials</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExecLogins</name>
    <message>
        <source>Log in with it in a terminal, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it had not ended after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it printed more than 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended with code %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExecPolicy</name>
    <message>
        <source>it may not run: it is not among the allowed helpers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust it, add %1 to plugins under kube in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may not run: the workspace allows no helpers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust it, add it to plugins under kube in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no program %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no program “%1” in the folders of PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it, or give its whole path as command.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Cannot make a forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>only %n hours of ordinary traffic are known</source>
        <translation>
            <numerusform>only %n hour of ordinary traffic is known</numerusform>
            <numerusform>only %n hours of ordinary traffic are known</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a history of a week at least, better of four.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HpaExplain</name>
    <message>
        <source>%1 could not be read (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at %2 of its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 pods without a sample and %2 not ready, taken pessimistically, it is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is within the tolerance: %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That points the other way, so %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for %1 replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were %1 replicas, above the maximum of %2: cut at once, no metric is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were %1 replicas, below the minimum of %2: raised at once, no metric is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the built-in limit of twice the replicas, at least 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy of %1 pods in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy of %1 per cent in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allows %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maximum of %1 stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum of %1 holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workload has zero replicas, so the autoscaler does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A metric failed and no other asks for more, so %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server refused the number; %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replicas become %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recommendation of %1 s ago holds it at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the behaviour, which disables this direction,</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HpaSpec</name>
    <message>
        <source>it is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1, below minReplicas, which is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The autoscaler cannot be simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the field and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at least %1 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a kind of metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no target that this kind of metric can use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quantity is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one policy is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target is not above zero</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>this is not an HTTP address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpError</name>
    <message>
        <source>the server wants other credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user, password or token of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the permission, or use another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; a path prefix may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy wants credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put user and password into the proxy&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server gave up waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it conflicts with what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request is too large for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for less at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address is too long for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server cannot carry it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server limits how often it is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, or refresh less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request was given up on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a proxy cannot reach the server behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment; it is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server behind a proxy did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter range, or try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; it said: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpRedirect</name>
    <message>
        <source>it redirects to an address that is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it redirects from https to http</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it redirects in a circle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityFiles</name>
    <message>
        <source>A certificate of the kubeconfig cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again with the tool that made it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>It is not the same as a window at every moment of the coming 400 days, so it stays a cron trigger: a floor by metric, which is not exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in another time zone than the windows, so it stays a cron trigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With idleReplicas only a trigger wakes the workload, so it stays a cron trigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it no trigger is left that wakes the workload, so it stays a cron trigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for %1 replicas, which is no more than the minimum of %2: it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It became the window “%1”, which is exact: no tolerance keeps the number away from %2, and when it ends the minimum falls at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy in it cannot be read: %1. The objects are imported instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is that of revision %1, pushed by %2 at %3. What was changed since then without a push is not in it; a plan shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iCalendar file %1 is not in the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy %1 did not write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA made it for the ScaledObject %1, which was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to the policy %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 has an autoscaler already, %3. A policy has one a workload, and so should the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no circuit breaker in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says more than a circuit breaker does, and Istio uses only one DestinationRule a host: it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is another one for %1, and Istio uses only one a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who calls %1 is not known: the breaker is in the component “%2”. Move it to the one that calls, and see to its thresholds, which are usual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A push writes %1. Delete %2 then: Istio uses only one DestinationRule a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of others stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its windows and events cannot be read back from a timeline, and there is no revision. The bounds are those outside of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At “%1” %2. It is not in the policy: put what it does into windows and remove it, or the two will work against each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A push writes %1. Delete %2 in the same go: two autoscalers of a workload stop each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The namespace cannot be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are several policies: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which one, with its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use lower case letters, digits and “-”, at most 63 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no autoscaler, and no circuit breaker of a mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy has no place for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither true nor false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric is selected by expressions; a policy selects by labels only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy scales by cpu and memory, not by the resource %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics of the type “%1” are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none; the policy says what Kubernetes does then: cpu at 80 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its metrics can be said in a policy, so it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may go to zero; with engine hpa a policy keeps at least 1 replica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy has no fallback of the kind %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The HorizontalPodAutoscaler will have KEDA&apos;s usual name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy has no formulas: each trigger counts for itself, and the greatest proposal wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none. The policy adds one that keeps the replicas there are while a source does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA&apos;s fallback does not work for cpu and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its triggers can be said in a policy, so it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels that are not taken over: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It steers KEDA as long as it is there; a policy does not set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations that are not taken over: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy has alerts only, no recording rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it runs kubectl %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its command speaks of autoscalers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy cannot say it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password in the address are not taken over; name a TriggerAuthentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its metricType is %1; a policy writes %2 for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no query, or no threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address with user and password is not taken over; name a variable or a TriggerAuthentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy knows one queue by its name, and KEDA&apos;s five modes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy names servers, consumer group and topic; one of them is not here, or comes from a variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say how many replicas are desired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no time zone, so KEDA refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its value, or the type of its value, is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy has no trigger of the kind %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none. The policy writes Kubernetes&apos; defaults out: up by 4 pods or twice as many in 15 s, down only after five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no behavior. The policy writes Kubernetes&apos; defaults out: up by 4 pods or twice as many in 15 s, down only after five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not taken over; name a TriggerAuthentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not of the form name=value, so KEDA refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KedaSpec</name>
    <message>
        <source>The pause cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number of replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number from 0, or remove the annotation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kube</name>
    <message>
        <source>there is no %1 in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 in all namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not %2 the path %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the whole cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the namespace %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON ends in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of another type than the API documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid JSON of the Kubernetes API (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is something behind the end of the JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an answer of the Kubernetes API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the cluster; a proxy or a login page may answer instead of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit in 32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (before that: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; where %2 was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON has no metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON is not a list of the API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server behind this group does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster does not serve %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its custom resource definition is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 in %2, and Spillway needs %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another version would lose fields; nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster does not serve &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no gitVersion in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a kind that Spillway knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot list %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot list %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot preview %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot apply %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read the scale of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot scale %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot ask whether it is allowed to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot ask for the rights in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot ask who the cluster takes us for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read the version of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot learn what the cluster serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write an event about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot watch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (this console acts as %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stream ended in the middle of an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server ended the watch at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the change was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent once and is not sent again. Look at the object before you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object does not show the change so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object is still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a number of replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the present state and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is set to %1 replicas by now, not to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object was changed since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is set to %1 replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit in 32 bits; the server would store another number without saying so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is &quot;%1&quot; and must be &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be sent to the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it writes characters as pairs of escapes, which the server does not understand; it must hold them as UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile; refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the namespace, or create it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster does not serve this kind in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object was changed or replaced since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others own fields of this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the fields over, leave them out, or set the values they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no longer the object that was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look again before you delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the right; the role that would allow it is attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quota of the namespace is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for more quota, or remove what is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the namespace is being deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a policy of the cluster forbids it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the fields named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the content does not fit the schema of the kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the fields named; there may be more of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object is too large for the cluster&apos;s store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a webhook of the cluster has side effects and takes no dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be previewed; that does not make it wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a webhook of the cluster does not answer; nothing was stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the pods of that webhook, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server limits how often it is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this server has not caught up with the others yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture it should go on from is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a disruption budget forbids it for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what should answer behind the API server does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the service and its pods run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no answer of a Kubernetes API server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy or a login page answers: check the address and the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not know these credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again, or check the user of the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask those who run the cluster; the server&apos;s log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of the watch is no event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event has no resourceVersion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no object of that name so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object of that name is there, but it is not as it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object of that name is there, and somebody else made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot create %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of %1 may be old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server keeps the watch open and tells nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again and again; changes come late meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; flow schema %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KubeChecks</name>
    <message>
        <source>“%1” has both %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster “%1” has no server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its address as server: https://host:6443.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server of the cluster “%1” is not an HTTP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server of the cluster “%1” holds a user or password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them as username and password of the user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy-url of the cluster “%1” is not an address with http, https or socks5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it as proxy-url: http://host:3128, or leave it out for the proxy of the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster “%1” has insecure-skip-tls-verify, and Spillway always verifies who it talks to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the cluster&apos;s CA: kubectl config set-cluster %1 --certificate-authority=FILE, or ca under kube in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate-authority of the cluster “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts with -----BEGIN CERTIFICATE-----.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user “%1” has both a token and a username or password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user “%1” logs in by auth-provider “%2”, which Kubernetes has removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the tool of your cloud write the entry again: it then names a login helper under exec.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user “%1” has as-uid, as-groups or as-user-extra without as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with as who is to be impersonated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user “%1” has a client certificate but no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add client-key or client-key-data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user “%1” has a key but no client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add client-certificate or client-certificate-data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again with the tool that made the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the token into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login helper of the user “%1” has no interactiveMode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add interactiveMode: IfAvailable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interactiveMode of the user “%1” is neither Never nor IfAvailable nor Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write interactiveMode: IfAvailable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login helper of the user “%1” wants a terminal (interactiveMode: Always), and Spillway has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another way to log in, or interactiveMode: IfAvailable if the helper can do without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login helper of the user “%1” has no command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with command which program to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login helper of the user “%1” has no apiVersion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add apiVersion: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login helper of the user “%1” speaks an apiVersion that is neither %2 nor %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the helper and let it write the entry again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a variable in env of the login helper of the user “%1” has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each a name and a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context “%1” cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the kubeconfig cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KubeSchemas</name>
    <message>
        <source>Cannot read the schemas of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no list of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not describe %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KubeTarget</name>
    <message>
        <source>There is no Kubernetes context to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the cluster with its own tool first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not in the kubeconfig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be a namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A namespace has small letters, digits and dashes, at most 63.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the context names no cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster “%1” is not in the kubeconfig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it, or name another one in the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user “%1” is not in the kubeconfig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the context “%1” has no credentials; the server takes you for anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server of the context “%1” is not https, so that no credentials are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not be known to the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is chosen (current-context)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no kubeconfig was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no kubeconfig was found at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the cluster with its own tool first, or set KUBECONFIG.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kubeconfig</name>
    <message>
        <source>The kubeconfig file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the path of a kubeconfig file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 10 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the path of a kubeconfig file, or none for the usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the cluster with its own tool first, or set KUBECONFIG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry has no name, so that no context can use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is already an entry with the name “%1” in line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of the two another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is given with the key without “-data”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>%1: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No component has values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every component is within its limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit is crossed, but nothing is known of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit was crossed when this was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit is crossed in what was read, but that is not all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricResolver</name>
    <message>
        <source>%1 is not a part of a metric; use bucket, sum or count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a histogram, so it has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buckets of %1 are in another unit and cannot be converted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gauge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>histogram with buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>native histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is what comes closest, but it is a %2: rates and quantiles of it may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) has another unit; its values are multiplied by %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) is another name for the same thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It exists under this name (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): the exporter changed the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace says that it is called %1, but there is no such metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace says that it is called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend has no metric of this name, with or without the suffixes that exporters add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed from %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Not used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenApiSchema</name>
    <message>
        <source>Cannot read the schema of an API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has no components.schemas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition %1 is referred to, but it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition %1 has no schema of an object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Optimiser</name>
    <message>
        <source>nothing may be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no values to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values of “%1” do not ascend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no replay to judge policies with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no replay may be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today&apos;s policy does not fit what may be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no combination of the values is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its replay has no cost or no latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a period without gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its p95 latency of %1 is above the limit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its share of 429s of %1 is above the limit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its oldest message waits %1, above the limit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes nearest to the objective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the cheapest policy that holds the objective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the cheapest policy of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy that was tried has a lower p95 latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy that was tried has fewer 429s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is at the end of what was tried; a wider range may do better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1 more than the next cheaper one its p95 is %2 shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1 more than the next cheaper one it has %2 fewer 429s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It saves %1 against the next dearer one for a p95 that is %2 longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It saves %1 against the next dearer one for %2 more 429s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the p95 limit, to which %1 is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the limit of 429s, to which %1 is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the limit of waiting, to which %1 is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheapest policy that holds the objective costs %1, %2 less than today&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheapest policy that holds the objective costs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy that was tried holds the objective. The nearest costs %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy could be judged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptimiserReport</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POINT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>429</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OLDEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HOLDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHANGES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageSetup</name>
    <message>
        <source>Cannot read the token prices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelExport</name>
    <message>
        <source>Cannot save the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelNotices</name>
    <message>
        <source>Something may be wrong or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hints, possibly harmless</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old data kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 queries failed: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says that parts are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of the server cut the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has no series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This panel has no query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is late.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelValue</name>
    <message>
        <source>was 0 last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same as last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×%1 last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % vs last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 samples are not numbers and left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pem</name>
    <message>
        <source>this is not a certificate in PEM form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client certificate is not a certificate in PEM form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key of the client certificate is protected by a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key of the client certificate is not a private key in PEM form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key does not belong to the client certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pipeline</name>
    <message>
        <source>there is no time to replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each component needs a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>components feed each other in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the traffic does not cover the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known of its traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a replica must be able to do something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there must be at least one partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what feeds it does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no metric that can be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a metric is of a component that does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must be at least 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shares of the models must add up to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the growth must be a number from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>%n to create</numerusform>
            <numerusform>%n to create</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to change</source>
        <translation>
            <numerusform>%n to change</numerusform>
            <numerusform>%n to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to delete</source>
        <translation>
            <numerusform>%n to delete</numerusform>
            <numerusform>%n to delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they should be</source>
        <translation>
            <numerusform>%n as it should be</numerusform>
            <numerusform>%n as they should be</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change cannot be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text was changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the later changes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is too large to be kept as a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a revision holds at most %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide it into several policies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The override cannot be set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the breaker is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this mode is about a service, not about a breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give rpm, tpm or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a limit must be above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not what a service can degrade to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use cached-answer, human-handoff or queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no setting is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a state to end in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use HALF_OPEN or CLOSED.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a breaker cannot go from METRICS_ONLY to HALF_OPEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use CLOSED.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reason is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the author is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every override ends; give the time at which it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overrides are of another version of Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their schema is %1, this program knows 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Spillway. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 during %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 always: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cost of a month: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no component “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing scales “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no event “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1 at %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices are in %1, not in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no cost.perReplicaHour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no component “%1” that is scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 (at the floors) and %2 (at the caps) %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; traffic decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use lower case letters, digits, “-” and “.”, at most 253 of them, with a letter or digit at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use lower case letters, digits and “-”, at most 63 of them, with a letter or digit at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of at least %1 is expected, %2 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected, %3 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number with a unit of Kubernetes, such as 500m or 2Gi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quantity above zero is expected, %1 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone “%1” is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly one kind is expected here, %1 were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one item of the list for each kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a day or a range of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 2026-10-01, or 2026-10-01/2026-10-07 with the last day included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write hours and minutes: &quot;09:00&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 2026-11-04T00:00; it is read in the policy&apos;s time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a day of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write Mon, Tue, Wed, Thu, Fri, Sat, Sun, or a range such as Mon-Fri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost tags on the pod template restart all pods of “%1” when they change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cron trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody measured how long pods of “%1” take to be ready; %2 s are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the floor of %1 ends at once with “%2”: pods above what load needs go in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rampOut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum and maximum of “%1” are the same, its metrics decide nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA only works with idleReplicas 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would never leave zero: cpu and memory of no pod cannot be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a minimum of 1, or add another trigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with ignoreNullValues a lost Prometheus looks like no load and scales in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it; the fallback then holds the replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address of Prometheus is given; that of the operator is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write spec.prometheus.serverAddress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the URL of RabbitMQ is taken from the variable RABBITMQ_URL of the target&apos;s container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write hostFromEnv or authentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” may grow to %2 replicas, but the topic has %3 partitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the maximum or add partitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many replicas the quota of %1 can use is judged with measured tokens and latency only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write tokensPerRequest and latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” may grow to %2 replicas, but the quota of %3 keeps only %4 busy; more get 429</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the maximum to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mesh breaker of “%1” limits nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least one of its limits, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not scaled by “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is of another version of Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format is %1, this program knows %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Spillway. The file was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy contradicts itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 is the target of “%3” too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One workload can have one autoscaler only; put all metrics into one component.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a mesh breaker for “%1” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a component “%1” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of components is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least one component.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is an alert “%1” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an amount of money is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas, replicas.min or replicas.max is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;&lt;= 9000 CNY&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;replicas.max == 20&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas depend on load, and no load is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add given, or look at replicas.min or replicas.max.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no meaning unless replicas are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;Mon 09:05&quot; for every week, or 2026-11-05T10:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most one of at, event and month is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the component is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the name of a component.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, “-”, “_” and “.”, at most 63 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “%1” is set by Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the value of a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a load of more than a day is not simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at most 24h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an expectation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;replicas.max == 20&quot;, &quot;replicas &gt;= 10&quot; or &quot;&lt;= 9000 CNY&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the maximum or lower the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a HorizontalPodAutoscaler cannot go to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a minimum of 1, or use engine keda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there, but no engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “engine: hpa” or “engine: keda”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there, but nothing scales the component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add target, engine, replicas and metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the component has an engine, but no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1, or remove the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of metrics is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least one metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these are settings of engine keda, the engine is hpa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idleReplicas is %1, it must be below replicas.min, which is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a trigger “%1” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more tokens are cached than there are in input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quota limits nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a breaker for “%1” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly one of %1 and %2 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over amqp only QueueLength can be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use protocol http, or mode QueueLength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowIdleConsumers and limitToPartitionsWithLag exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start and end are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA refuses such a trigger; write an end after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine hpa has no metric of the kind %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use engine keda, or resource, pods, object or external.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine keda has no trigger of the kind %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use engine hpa, or prometheus, rabbitmq, kafka, cpu, memory or cron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither min nor max is given, so it changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write min, max or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no meaning beside %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write days, or leave the field out for every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window has no length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a whole day leave from and to out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event does not end after it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct its start or its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a window or an event “%1” before in this component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value is written in a way that only a person can change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the text yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a YAML value on one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overrides cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their generation is “%1”, which is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over amqp unacknowledged messages cannot be told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use protocol http; over amqp only messages that wait are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Z or an offset, as in 2026-11-12T02:00:00+08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificate of Prometheus is not checked, so anybody in between can scale “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, and name the authority in a TriggerAuthentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rate, ratio or time of the queue is the same however many replicas there are; divided by them it says nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, so that Value is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tokens of %1 are limited, but neither those of the prompt nor those of the answer count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove countInput or countOutput.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>burst is only looked at with the window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or write that window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice is only looked at with the window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a slice is a part of a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at most 1m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA cannot read “%1”: names and values have no comma, no equals sign and no space at an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in a Secret, and name the TriggerAuthentication that reads it in authentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no list of partitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write numbers and ranges: 1,2,10-20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy has none; write what must hold under spec.assertions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kubernetes 1.%1 does not look at the tolerance of “%2”: %3 holds for all autoscalers of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts from Kubernetes 1.%1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write rpm, tpm, inputTpm or outputTpm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 call %2, but do not give the same quota for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the same quota for each; the provider counts them together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 share the quota of %2; whether their maxima fit into it together cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 share the quota of %2: at their useful maxima they ask for %3 % of it together; what is above gets 429</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower their maxima until they fit, or give each a part of the quota of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” (up to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” looks like a secret by its name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyAnalysis</name>
    <message>
        <source>The assertion “%1” fails: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyOutlook</name>
    <message>
        <source>There is no forecast: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyPipeline</name>
    <message>
        <source>The metric “%1” cannot be replayed and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens a call takes is not known: the limit of tokens a minute is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded of the tool “%1”: its breaker is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing is known of its traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known of the traffic of its components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay a time at which they were recorded, or a trace file that names them as the policy does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the policy has no such component.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shares the quota of %1 with %2; here each has all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much it calls %1 is not known: its breaker is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its kafka trigger says of single partitions is not replayed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicySimulation</name>
    <message>
        <source>The policy&apos;s price of %1 is in %2, not in %3, and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the replicas of %1 is not known; %2 cores are assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens of %1 have no price and cost nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>a price from 0 to 0.1 a token is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices are per single token: 0.5 a million is 0.0000005.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day such as 2026-01-31 is expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prometheus</name>
    <message>
        <source>Choose a shorter time range, a larger step, or a query that selects fewer series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask those who run the server; its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh less often, or show fewer panels at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user name, password or token in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account lacks the permission, or the tenant header is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path prefix of the URL, for example /prometheus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot do it; use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the header X-Scope-OrgID with your tenant to the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operators of the server block this query; ask them why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user name and password of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is too long for a proxy on the way; shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy answers, but the server behind it does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HTML page without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HTML page titled &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics server refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics server is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is starting and still reads its write-ahead log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an answer of the Prometheus API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has no content type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the content type is %1, expected application/json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably a login page or a proxy answers: check the URL and the credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL and its path prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON ends in the middle, after %L1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory for %L1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid JSON of the Prometheus API (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is something behind the end of the JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON lacks the members status and data of the Prometheus API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample has %1 parts, expected %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample&apos;s time stamp is not a number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a histogram bucket has an unknown boundary rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result type &quot;%1&quot; is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples are where no series is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample is a number, expected a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and alerts are a placeholder: an empty list does not mean that all is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no exemplars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scrape targets are not known, so the scrape interval is assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no metadata: types and units of metrics are guessed from their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Native histograms are not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers carry no warnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that are NaN are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest 30 seconds may repeat older values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PushMarks</name>
    <message>
        <source>push %1</source>
        <comment>number of the revision</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PushProgress</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was so already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking whether the cluster is still as it was planned for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps are done; leaving notes in the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer lost, reading back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone, as revision %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed as revision %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps are done. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>“%1” is not a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 500m, 2, 1.5k, 512Mi or 1e3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a decimal number with one known suffix is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>Cannot explain the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time is outside of the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no component of that name is replayed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplayAxes</name>
    <message>
        <source>minimum of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target of metric %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stabilization of %1 on the way down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum of “%1” of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum of “%1” of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginning of “%1” of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplayOutcome</name>
    <message>
        <source>The policy cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are not as many values as things to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a value for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no part number %1 of that kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no traffic is known in that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rollout</name>
    <message>
        <source>The journal of the push cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more was sent. Check the permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of a push cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a journal is not that large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push cannot be continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another process is carrying it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier line could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push has no such step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of a push that wrote nothing stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of version %1, this program knows %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Spillway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a line of JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says nothing that is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The override cannot be set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The override cannot be cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pod(s) acknowledge generation %2</source>
        <translation>
            <numerusform>%1 of %n pod acknowledges generation %2</numerusform>
            <numerusform>%1 of %n pods acknowledge generation %2</numerusform>
        </translation>
    </message>
    <message>
        <source>the assertion “%1” fails: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the policy or the assertion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assertion “%1” cannot be decided: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the floor of %1 the disruption budget “%2” lets no pod of “%3” be evicted: nodes cannot be drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the floor or loosen the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with all maxima reached the namespace would need %1, the quota “%2” allows %3: the last pods are not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower maxima or ask for more quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster does not serve ScaledObject keda.sh/v1alpha1: nothing would scale “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install KEDA, or write engine: hpa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster does not serve HorizontalPodAutoscaler autoscaling/v2: nothing would scale “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs Kubernetes 1.23 or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster does not serve DestinationRule networking.istio.io/v1: the mesh breaker of “%1” is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Istio, or remove mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster does not serve PrometheusRule: the alerts are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load them into Prometheus as a rule file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no namespace “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or create it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the namespace “%1” is being deleted; nothing can be created in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you may not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server shows metrics twice, a bug of Kubernetes before 1.28: what it would do cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a webhook of the cluster takes no dry runs: what it makes of this object cannot be seen before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can only be tried once the autoscaler that is in its way is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whom the cluster takes us for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether others scale the same targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the policy no longer has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disruption budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resource quotas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether you may do all of this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be checked: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the labels of this policy, which does not have it, but Spillway did not make it; it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it or its labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody suspended the job of the schedule: bounds stay as they are, whatever the timeline says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set suspend to false once the reason is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being deleted: what is applied to it goes with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push again once it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody paused %1: it does not scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the annotations autoscaling.keda.sh/paused…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD puts its value back at the next sync, with self-heal within seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux puts its value back at the next reconciliation, every few minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helm writes its value again with the next upgrade of the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person wrote it and writes it again only by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that program may write its value again at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the schedule in the cluster writes its value again within minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 owns %2 of %3; %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the object over, leave the fields to their owner, or write the values they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 are taken over from %3; %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them from what %1 applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 also owns %2 of %3, with the same values: a later change of one is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Argo CD application “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Flux object “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Helm release “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it there, or take it out of the repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no %1 “%2” to scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or create it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the HorizontalPodAutoscaler “%1” belongs to KEDA&apos;s ScaledObject “%2”, which puts every change back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write engine: keda, or remove the ScaledObject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scales %2 “%3” as well: with two autoscalers neither works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 over: the push then deletes it first. Or remove it, or this component.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is deleted, that of the policy takes its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out of the repository or chart it came from, too, or it comes back. An undo makes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 “%2” has no container “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a utilisation is per cent of what pods request, and %1 of “%2” requests no %3: this metric is never known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add resources.requests, or write averageValue. A LimitRange may also give them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has replicas of %2 “%3” in its manifest and sets them with every apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove replicas there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” runs %2 replicas: with a maximum of %3 the others end at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” runs %2 replicas: with a minimum of %3 it grows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” %2 to %3 replica hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” %2 to %3 core hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days without a price: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write cost.perReplicaHour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days of what changes cost %1 at the floors (now %2) and %3 at the caps (now %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the timeline does not fit into a ConfigMap for 400 days and ends on %1; after that the base bounds hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push again before, or divide the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the timeline in the cluster ended on %1: since then the base bounds hold; this push begins a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There are %n more problem(s); see them all with validate.</source>
        <translation>
            <numerusform>There is %n more problem; see them all with validate.</numerusform>
            <numerusform>There are %n more problems; see them all with validate.</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan was not pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the policy, or what stands in its way, and plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made for the context %1, not for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the context is protected, and no reason is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why; it is kept with the revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its requests are not those that were shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not there when the plan was made, and it is there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is gone since the plan was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made anew since the plan was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was changed since the plan was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of a push cannot be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not what a step does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object of a step is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes of a revision cannot be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are of version %1, this program knows %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was deleted or made anew %2 after the push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 was taken away by %3 %4 after the push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 was put back to %3 by %4 %5 after the push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 was set to %3 by %4 %5 after the push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revision cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1, pushed by %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1, pushed by %2 at %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not one of Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revisions cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last %1 are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone: there is nothing to put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 only what Spillway owned is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed since the push: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These changes are overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left alone; take the object over to undo all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made anew by somebody else; it is left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is created again without what %2 had in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others have changed what was to be taken over from them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is made again as it was; its fields are owned by Spillway until its owner applies it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the push of revision %1 was stopped before its end: this plan starts from what it left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See its steps in the history; undo takes back what it did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1 is not complete: somebody is pushing it now, or the push was killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask who pushes, plan again when it is over; whoever began it can resume or undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none of that id, or it ended more than a day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made to %1; this is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the context of that cluster. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be seen whether %1 was changed since the push: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was, these changes are overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left alone; take the object over to undo all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has 0 replicas: a HorizontalPodAutoscaler leaves it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale it to 1 when it should run; the bounds hold from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the autoscalers of the namespace could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scale it at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stays and scales it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its workload could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what “%1” costs cannot be compared with today: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the timeline the floors of “%1” rise %2 earlier; by now its pods take %3 to be ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays until the schedule of “%1” changes. To change it now, write leadTime: %2, or plan with --lead-time %1=%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which version of Kubernetes it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no answer of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (by %1 at %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (by %1 at %2: %3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>The schedule cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the maximum or lower the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window “%1” has no length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a whole day write 00:00 to 24:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event “%1” does not end after it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct its start or its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the override “%1” does not end after it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the floor of %1 from %2 is above the cap of %3 from %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the cap or lower the floor.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScheduleLint</name>
    <message>
        <source>Move it away from the hour in which the clock changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, which the clock leaves out: it comes at the moment of the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, which comes twice: it starts at the first and ends at the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, within an hour of a change of the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not hold on %2: the clock leaves all of it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it longer, or move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event “%1” is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it, or give it its next date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event “%1” is more than 400 days ahead: it is not in the timeline yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push the policy again before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events “%1” and “%2” overlap: the higher floor and the lower cap hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” waits for holidays, but none lie ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the holidays of the coming year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” asks for %2 replicas, but a count of %3 stays as it is: the difference is inside the tolerance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a minimum for the window instead, or lower the tolerance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a floor by a metric: the count rises by the scaling rules and stays up for the stabilization window after its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window with a minimum is exact and acts at once; keep the metric if its end is to be soft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” ends twice without a start between (%2): it stays open in that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” starts twice without an end between (%2): it is closed until the second start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the start and the end the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would start at %2, which the clock leaves out: it opens right after its previous end instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it outside the hours in which the clock changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” starts at %2, which comes twice: it opens at the second time only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>Cannot get the password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it again in the settings of the workspace, or let passwordFrom name an environment variable (env:NAME) or a file (file:PATH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain has no entry for this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain refuses access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this desktop has no keychain service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment variable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelfMetrics</name>
    <message>
        <source>The console&apos;s own metrics cannot be served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a port that is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceFit</name>
    <message>
        <source>Processor use does not follow the requests; the capacity of a replica is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no processor limit; the capacity of a replica is the most that one has done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency does not follow the utilisation; its curve is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread of the latency is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pod was seen starting; the cold start is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceRoute</name>
    <message>
        <source>Ask for the verbs get and create on services/proxy of %1 in the namespace %2: a Role can give them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the service %1 selects pods that are ready, and that it has the port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check prometheus.service of the workspace: there is no %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics server cannot be reached through the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace names no context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace names no service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics server cannot be reached through the cluster %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsStore</name>
    <message>
        <source>The setting file has an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “%1” is not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no theme “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be system, light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no language “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be en or zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line “name=value” or “[group]” is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults are used for what cannot be read; the file is left as it is until you change a preference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file or its folder cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimulationReport</name>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (says little)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMPONENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REPLICAS min/mean/max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>429</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BACKLOG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALLOCATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOKENS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PER 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CALIBRATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONFIDENCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNFIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost in %1: allocated %2, idle %3, shared %4, tokens %5, calls %6, together %7; %8 for each 1,000 answered requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash for nodes: %1 (%2 node hours, at most %3 nodes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEASURE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas, most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backlog, most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 1,000 answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, traffic x %3, confidence %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QUOTA OF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIMITED BY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADMITTED/MIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEAK/MIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HEADROOM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USEFUL REPLICAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quota limits %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling %1 stops helping at %2 replicas; the policy allows %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling %1 stops helping at %2 replicas: more only add 429s. The policy allows %3, and has more than are useful for %4 of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FORECAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FROM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REQUESTS low/middle/high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST IN %1 low/middle/high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KNOWN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>throttled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaker open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 s of %3 pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FITTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REQUESTS/S A REPLICA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROCESSOR R2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LATENCY R2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COLD START p50/p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAYS NOTHING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST BY TAG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMPONENTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHARED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHARE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(untagged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CALIBRATION FROM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakers of %1 opened %2 times and were open for %3 of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the record:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About today&apos;s policy:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the edited policy (confidence %1):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided as Kubernetes 1.%1 does, with a tolerance of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: today&apos;s policy, replayed, is off by %2 of the recorded replica hours (%3 of the time could be compared).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpillwayCtl</name>
    <message>
        <source>warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: the answer is partial: some stores did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: the answer is truncated by a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the URL &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected http://HOST[:PORT][/PREFIX] or https://...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must be above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the header &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &quot;Name: value&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step must be above zero and the end not before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a time such as 2026-11-23T14:00:00Z, 1763906400 or now-1h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a duration such as 30s, 1h30m or 15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spillwayctl: not allowed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the login helper %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the share &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a share such as 1% or 0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give --slo-p95, --slo-429 or --slo-backlog-age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot look at the latency of &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to optimise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no component of the policy is scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spillwayctl: stopped; what was found until now follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spillwayctl: %1 of %2 policies replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (line %1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bounds %1 to %2 come from %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A metric was not known, so nothing was decided: %1 replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA&apos;s operator changed it from %1 to %2, not the HPA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot explain &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected COMPONENT@TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end must be after the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than 400 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spillwayctl: %1 of %2 queries answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot price the tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace has no rate from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the size of the nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cores and GiB must be above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no traffic to replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give --prometheus, --workspace or --trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot show the component &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy has none of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the zone &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected an IANA name such as Asia/Shanghai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credentials do not belong on a command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the growth during events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must be a number from 0 to %1, such as 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names neither a context nor a kubeconfig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has several namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no terminal at which to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say --yes if it is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in the context %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context is protected. Type its name: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on? [y/N] </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the context was not typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give another name, or --overwrite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not NAME=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a breaker has no setting “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not fit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time such as 2026-11-23T14:00:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a duration such as 30m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not go with this mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a limit must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no mode “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The override cannot be set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who with --by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: edits by %1 were kept, and are Spillway&apos;s from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; generation %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 in the namespace %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no override %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &quot;override list&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear %1 in the namespace %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared %1; generation %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; not yet: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No overrides in %1; generation %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n override(s) in %1; generation %2.</source>
        <translation>
            <numerusform>%n override in %1; generation %2.</numerusform>
            <numerusform>%n overrides in %1; generation %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy has problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: nothing of the plan is called “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines less, %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, only its owner changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, taking fields over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server warns: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan of “%1” for namespace %2 of %3 (%4), which has no revision of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan of “%1” for namespace %2 of %3 (%4), which has revision %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**error**</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (line %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>text of %n line(s)</source>
        <translation>
            <numerusform>text of %n line</numerusform>
            <numerusform>text of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing to do; %n object(s) are as the policy says.</source>
        <translation>
            <numerusform>Nothing to do; %n object is as the policy says.</numerusform>
            <numerusform>Nothing to do; %n objects are as the policy says.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to create, %2 to change, %3 to delete; %4 unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be pushed as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot roll back to revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it undid the first push: there was no policy then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan was not pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is another one by now: its hash is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the plan again. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push cannot be continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with “spillwayctl resume %1”, or go back with “spillwayctl undo %1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known whether done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Revision %1: %n object(s) changed.</source>
        <translation>
            <numerusform>Revision %1: %n object changed.</numerusform>
            <numerusform>Revision %1: %n objects changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not pushed as a whole: %n step(s) of %1 done.</source>
        <translation>
            <numerusform>Not pushed as a whole: %n step of %1 done.</numerusform>
            <numerusform>Not pushed as a whole: %n steps of %1 done.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POLICY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REVISION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REASON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 is not kept any more: its values are missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push of revision %1 is not complete: some of its values may not be so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping after the step under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spillwayctl: the plan has errors and was not pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push revision %1 of %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with revision %1 of %2 (%3 of %4 steps done)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was pushed to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which policy is meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are %1: name one with --policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last %1 are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number, such as those that history shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unfinished push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of this machine to %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which push is meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are several: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the context is protected, and no reason is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why with --reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to watch: nothing of it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark revision %1 of %2 as undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the Kubernetes version &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected 1.%1 or newer, such as 1.36 or v1.32.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value was not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy says this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give --prometheus or --workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use --bearer-token-file and --ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace reaches its metrics server through the cluster, as its kubeconfig says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the lead time “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not like web=90s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy has no component “%1” with leadTime: measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First was %1. Since the plan was made this was pushed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can be looked at again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching for %1 whether it stays; Ctrl-C ends it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>it is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot search for a better policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>MMM d</source>
        <extracomment>Date of a tick on a time axis, in QLocale&apos;s format letters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <extracomment>Date with year of a tick on a time axis, in QLocale&apos;s format letters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A date (%1) and a time of day (%2), as &quot;Nov 22 14:03:15&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeSelection</name>
    <message>
        <source>“%1” is not a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write now-6h, now-1d/d or 2026-11-22 09:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write now-6h, or two times with “to” between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after “/” one of m, h, d, w, M, y is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after “now” a - or + is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is more than ten years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Last hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Last minute</numerusform>
            <numerusform>Last %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither relative to now nor a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenFile</name>
    <message>
        <source>The token cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file does not hold one line of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the token alone into the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tone</name>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrafficQuality</name>
    <message>
        <source>Nothing is known of its requests after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Its requests are unknown for %1 % of the time, in %n gap(s); the longest is %2 from %3.</source>
        <translation>
            <numerusform>Its requests are unknown for %1 % of the time, in %n gap; the longest is %2 from %3.</numerusform>
            <numerusform>Its requests are unknown for %1 % of the time, in %n gaps; the longest is %2 from %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficTrace</name>
    <message>
        <source>the head must be %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format is described in docs/simulate.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three columns are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the name of a component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a rate of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the times of a component must rise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it covers more than 400 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>its %n component(s), over that time, have more than %1 steps</source>
        <translation>
            <numerusform>its %n component, over that time, have more than %1 steps</numerusform>
            <numerusform>its %n components, over that time, have more than %1 steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Give fewer days or fewer components.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give fewer days, or one row a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>plain number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number with SI prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per cent (0 to 100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per cent (0 to 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes (IEC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes (SI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewLink</name>
    <message>
        <source>This link cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link looks like spillway://view?page=overview&amp;from=now-6h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not start with spillway://view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name in it has characters that no name has</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Dialog manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAG worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis session store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Spillway may understand this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password does not belong into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use auth with passwordFrom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password or token does not belong into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use passwordFrom with keychain, env:NAME or file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this cannot be a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the environment variable https_proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another component has this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number that is not negative is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address such as http://host:9090 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a duration such as 30s or 2m is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain, env:NAME or file:PATH is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none or an address such as http://host:3128 or socks5://host:1080 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a currency code such as EUR is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number above 0 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all, none, or a list of names and absolute paths of login helpers is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a service such as monitoring/prometheus:9090 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAMESPACE/[https:]NAME:PORT, and /PREFIX if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a service is reached as the kubeconfig says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this, or give url instead of service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a service needs a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a context of your kubeconfig: kube: {context: NAME}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceFolder</name>
    <message>
        <source>The workspace cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workspace file is not that large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no address of Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceStore</name>
    <message>
        <source>Cannot read the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has errors and is not overwritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has changed since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the workspace again and repeat the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot remove the workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlDocument</name>
    <message>
        <source>The file cannot be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds more than one document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one document a file: remove “---” and what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias refers to a value that contains it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than %1 values once its aliases are filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a field must be plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the value starts with { or [, quote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a NUL byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is indented with a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML allows only spaces for indentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the indentation, quotes and brackets near this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value in the file is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, the value is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, a list was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, a map was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, “%2” was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of at least %1 is expected, %2 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected, %3 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a duration such as 90s or 1h30m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field in the file is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of the two; the first one is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field “%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field “%1” is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than %1 letters once its aliases are filled in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::AboutDialog</name>
    <message>
        <source>About Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spillway %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A console that keeps LLM and RAG systems standing under spiky traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with Qt, libcurl, simdjson, yaml-cpp, prometheus-cpp, QtKeychain and CLI11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ApplicationController</name>
    <message>
        <source>There is no page “%1” here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page 1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link with frozen times copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link belongs to the workspace “%1”, which is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous gap, NaN or reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is ready; it is among the workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved; used when the workspace is opened again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::BreakerDialog</name>
    <message>
        <source>Edits of %1 were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the cluster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the overrides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was forced here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1; nobody says which one is obeyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breakers of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The breaker judges by itself again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breakers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::BreakerForm</name>
    <message>
        <source>Breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 minutes from now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour from now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 hours from now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 hours from now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-open: it tests whether calls succeed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed: everybody who looks will see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::BreakerTableModel</name>
    <message>
        <source>Breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ChartLegend</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ClusterBanner</name>
    <message>
        <source>No cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, not all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kubernetes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>namespaces</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes allowed for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only, protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For ten minutes; then it is read-only again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ClusterDetail</name>
    <message>
        <source>All workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold start: half within %1, 95 % within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all workloads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ClusterLacks</name>
    <message>
        <source>What is refused is asked for again every five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roles that would allow what is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ClusterNotice</name>
    <message>
        <source>This workspace has no cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a context of your kubeconfig in the workspace. Its workloads, pods and events are then shown here, and who decides how many replicas there are. Nothing is changed without you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the login helper %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have opened a page in your browser. Log in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This role would allow it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the role</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ClusterPage</name>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter workloads, pods, events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ColdStartStrip</name>
    <message>
        <source>Cold starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the login helper %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workload of this component in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No start has been seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts seen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled to ready, p50 / p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the pods got ready within the first time after they had a node, 95 % within the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its creation until it had a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Init</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there until its init containers were done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulling the image, as the kubelet&apos;s events tell; they are kept for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there until its containers ran; pulling the image is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there until its readiness probe agreed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CommandPalette</name>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, panel, command, time range or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ConditionModel</name>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::Connection</name>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrape interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ahead of this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 behind this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked by panels, %2 shared, %3 sent, %4 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 through the cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ConnectionTestView</name>
    <message>
        <source>It works: the server answers PromQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrape interval %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead of this machine&apos;s; the server&apos;s counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind this machine&apos;s; the server&apos;s counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostBarsBody</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostFigureBody</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostModel</name>
    <message>
        <source>untagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory, no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 core h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostPage</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data to compute this from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens have no cost here: their prices are in %1, the workspace counts in %2 and has no exchange rate (prices.exchange).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forecast needs an hour of data of this month.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostTableBody</name>
    <message numerus="yes">
        <source>table with %n row(s)</source>
        <translation>
            <numerusform>table with %n row</numerusform>
            <numerusform>table with %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::DashboardDocument</name>
    <message>
        <source>Add panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change queries of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change unit of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change thresholds of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DashboardLibrary</name>
    <message>
        <source>Cannot read the dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dashboard is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its id “%1” is also that of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dashboard was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, “-” and “_”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts of the file could not be read and would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the file, or save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file was changed by somebody else since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload it, save under another name, or overwrite it (the other version is kept beside it).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a dashboard “%1” already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dashboard was not reverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no copy of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the older copy cannot be replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DashboardPage</name>
    <message>
        <source>There is no dashboard “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as your own version of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mine, keep the other as .orig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the shipped version; yours is kept beside it as .orig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move, resize, add and change panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace names no cluster in which a breaker could be forced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force a breaker…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a breaker open or closed for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A breaker is forced on the page of its component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a new dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DemoPanel</name>
    <message>
        <source>Starting the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic × 3 for 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic × 10 for 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM provider fails for 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool %1 fails for 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis gets full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus gets slow (8 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus goes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All back to normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic × %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DemoSession</name>
    <message>
        <source>%1 turns/s, spike x %2, %3 pods, %4 messages waiting, Prometheus %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the workspace of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kubernetes API %1
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus %1
without proxy %2
exporter %3/metrics/&lt;job&gt;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type help for the commands.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::EmptyReason</name>
    <message>
        <source>The expression names no metric and has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has no series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric has samples in this range, but the expression leaves none of them: a comparison filters all, labels of two sides differ, or a rate has too few samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, but no series of it has all of these labels: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, but no series of it has the label %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has samples now, but none in this time range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has stopped: it has older samples, but none now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not scraped: the server has no sample of it in the last day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::EventModel</name>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning, told by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::FindingModel</name>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::FirstRunPage</name>
    <message>
        <source>Welcome to Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where an LLM system on Kubernetes gets stuck, and what would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A complete system with a week of history, simulated on this machine and measured by a real Prometheus. Nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus, Thanos, Mimir or VictoriaMetrics. Only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an http or https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A YAML file that a colleague gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::GaugeBody</name>
    <message>
        <source>%1, scale %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::HeatmapBody</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most observations %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::HistoryFetch</name>
    <message>
        <source>%1 is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend&apos;s answers are not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no requests of the components were recorded in that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the span of time and the jobs of the components in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::InterruptedPushBar</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push of “%1” begun at %2 was interrupted after %3 of %4 steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::KubeCatalog</name>
    <message>
        <source>The cluster has not been asked yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::KubeConnection</name>
    <message>
        <source>Nothing is written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no connection to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster does not tell what it serves in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster warns about %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::KubeContextAccess</name>
    <message>
        <source>The cluster could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context “%1” cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client certificate of the user “%1” expired on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again with the tool that made it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::MainWindow</name>
    <message>
        <source>There is no page “%1” here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ManifestValidator</name>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number or a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected here, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field of this name here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field of this name here. Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item with %1 is already in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity such as 500m, 1.5Gi or 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not Base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time such as 2026-11-11T00:00:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit in %2 bits: the server would store another number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::MatrixBody</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more over a limit</source>
        <translation>
            <numerusform>%n more over a limit</numerusform>
            <numerusform>%n more over a limit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no value for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::NavigationList</name>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelEditor</name>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest value only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PromQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend, such as {{job}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelMessage</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelTableModel</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelTitleBar</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelWidget</name>
    <message>
        <source>%1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit panel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PlanModel</name>
    <message>
        <source>create %1</source>
        <comment>an object</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change %1</source>
        <comment>an object</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete %1</source>
        <comment>an object</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the bounds of %1 to the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the bounds of %1 from the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the name of %1</source>
        <comment>field manager</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the policy no longer says anything about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <comment>field and place in the policy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) as they should be</source>
        <translation>
            <numerusform>%n object as it should be</numerusform>
            <numerusform>%n objects as they should be</numerusform>
        </translation>
    </message>
    <message>
        <source>Object and field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <comment>value of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push</source>
        <comment>how far it is</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PlanTree</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the fields over from their owners</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PlanView</name>
    <message>
        <source>The text has changed since: plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster has changed since: plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is older than ten minutes: plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace names no cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the cluster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has problems. Correct them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the policy with the cluster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a push would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan reads the objects in the cluster, compares them with the policy field by field, and asks the server what it would say. Nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back of the push: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no revision yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1 is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is blocked: see the findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster is as the policy says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects and fields that would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was pushed since the plan was made is shown above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was pushed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PodModel</name>
    <message>
        <source>Pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Init</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its creation until it had a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there until its init containers were done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there until its containers ran; pulling the image is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there until its readiness probe agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its creation until it was ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PolicyDocument</name>
    <message>
        <source>Cannot open the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it a policy? Those have some hundred lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program has changed the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file&apos;s text, or keep yours and save again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PolicyEmptyView</name>
    <message>
        <source>No policy is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy is one YAML file that says how the parts of a system are scaled: by what, between which bounds, and how the bounds change through the week and on days of a sale. Keep it in your repository. Here you see what it means, compare it with the cluster, push it, and take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PolicyFileBar</name>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message>
        <source>no problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed the file. Your edits are here and were not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is gone. Save to write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits that were not saved last time are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PolicyPage</name>
    <message>
        <source>Revision %1 is in the editor; Undo brings yours back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies (*.yaml *.yml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has edits that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component of the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>push %1</source>
        <comment>number of the revision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits of a policy without a file were kept. The example would take their place. Go on with those edits instead?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PolicyRollout</name>
    <message>
        <source>The push cannot be continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another one is being carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a plan is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PolicyTextView</name>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and findings of the policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PolicyTimelineView</name>
    <message>
        <source>The text has problems: this is what could be read of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No component is scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four weeks; drag to zoom, click to go to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor and cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor and cap of each component over the next four weeks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;range at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Second time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wall mode: next page after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the last workspace at start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ProblemsDialog</name>
    <message>
        <source>Problems in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could be understood is in use. Spillway does not change files with errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files are in order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ProgressPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::Push</name>
    <message>
        <source>The push cannot be continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another was made since: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan again, or undo what was pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan was not pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else was first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan again. Nothing of this plan was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else was first: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is not the one that was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed it right afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its revision %1 is gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PushBar</name>
    <message>
        <source>Allow changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Undo, %n step(s)</source>
        <translation>
            <numerusform>Undo, %n step</numerusform>
            <numerusform>Undo, %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push, %n step(s)</source>
        <translation>
            <numerusform>Push, %n step</numerusform>
            <numerusform>Push, %n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed here: it is kept with the revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the revision; may be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the way back first; nothing is written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the step under way; the rest is not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PushClosing</name>
    <message>
        <source>Another push was made meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan again to see what is so now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::RefreshControl</name>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, data %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ReplicaStrip</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 ready, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, was %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::RevertWatch</name>
    <message>
        <source>It was seen last %1 after the push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been seen since the push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it stays cannot be seen now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether it stayed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has stayed for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For another %1 it is watched whether somebody puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::RevisionModel</name>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped half-way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(all of it)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::RevisionsView</name>
    <message>
        <source>There is no cluster to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the revisions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pushed of this policy yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put revision %1 into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the push changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the text in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To what is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As an edit that can be undone; then plan and push it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::SelectorBar</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n chosen</source>
        <translation>
            <numerusform>%1: %n chosen</numerusform>
            <numerusform>%1: %n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::StatBody</name>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::StateTimelineBody</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::StatusLine</name>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in files</source>
        <translation>
            <numerusform>%n problem in files</numerusform>
            <numerusform>%n problems in files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n limit(s)</source>
        <translation>
            <numerusform>%1, with %n limit</numerusform>
            <numerusform>%1, with %n limits</numerusform>
        </translation>
    </message>
    <message>
        <source>Server clock %1 ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server clock %1 behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TableBody</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>table with %n row(s)</source>
        <translation>
            <numerusform>table with %n row</numerusform>
            <numerusform>table with %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::TakeOverButton</name>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields that others own are set, and autoscalers in the way are deleted, for the objects chosen; an undo puts them back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ThresholdsEdit</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeRangePicker</name>
    <message>
        <source>Time range, in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeRangePopup</name>
    <message>
        <source>%1
%2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn this into the fixed times shown above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same length, up to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now-6h or 2026-11-22 09:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeSeriesBody</name>
    <message>
        <source>%1 (last week)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>rest (%n series)</source>
        <translation>
            <numerusform>rest (%n series)</numerusform>
            <numerusform>rest (%n series)</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeSeriesChart</name>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 at %3 %4</source>
        <extracomment>A sample read out loud: series, value, time, time zone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimelineBand</name>
    <message numerus="yes">
        <source>%n replica(s)</source>
        <translation>
            <numerusform>%n replica</numerusform>
            <numerusform>%n replicas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the base: no window or event holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all the time shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clock %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::TokenUseModel</name>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price since</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TopBar</name>
    <message>
        <source>%1 (has errors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TrafficDialog</name>
    <message>
        <source>Traffic of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::Undo</name>
    <message>
        <source>There was a push after this one: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it changed again is left alone. To have an earlier policy as a whole, roll back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push cannot be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 is not complete: somebody is pushing it now, or the push was killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask who pushes: what is pushed after this plan is not undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::UnlockDialog</name>
    <message>
        <source>Allow changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected. Type its name to allow changes for ten minutes. After that it is read-only again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::WallHeader</name>
    <message>
        <source>%1, next page in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::WorkloadModel</name>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold start p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody: the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HPA %1, off at 0 replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HPA %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA %1, paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tool and what it manages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand: %1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; also %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 may put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants as many replicas as it may have: raise the bound, or find out why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds written by %1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds written by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>From creation to ready: half of the pods within %1, 95 % within %2; %n pod(s)</source>
        <translation>
            <numerusform>From creation to ready: half of the pods within %1, 95 % within %2; %n pod</numerusform>
            <numerusform>From creation to ready: half of the pods within %1, 95 % within %2; %n pods</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at 0 replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::WorkspaceEditor</name>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate au&amp;thority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the environment; “none” for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name&amp;spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All; several parted by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Production: read-only until unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must start with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not write the password into the address; choose “User and password”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a header; write Name: value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the token file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time zone; write Asia/Shanghai or UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no file. Saving makes a copy among your own workspaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened from %1. Saving makes a copy among your own workspaces and leaves that file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: no cluster is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kubeconfig file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kubeconfig file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con&amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or se&amp;rvice in the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either an address or a service in the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a service; write namespace/name:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the context of the cluster under Kubernetes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::WriteWindow</name>
    <message>
        <source>Nothing was written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the write window of the context first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the write window is that of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the write window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the write window has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The write window of %1 stays closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the context is protected, and its name was not typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the context exactly.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::CertificateAuthority</name>
    <message>
        <source>Cannot make a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSL refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::ClusterSeed</name>
    <message>
        <source>Cannot fill the cluster of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server refused it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::ControlCommand</name>
    <message>
        <source>This command cannot be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type help for the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 24h are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spike FACTOR [DURATION]        traffic times FACTOR (10m)
outage llm [DURATION]          the LLM provider answers 500 (5m)
outage tool NAME [DURATION]    calls of that tool fail (5m)
redis-pressure on|off          the session store fills up
slow DURATION|off              Prometheus answers late
prometheus stop|start          Prometheus is gone, and back
calm                           ends all of these
status   help   quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::DemoWorkspace</name>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::DemoWorld</name>
    <message>
        <source>Preparing %1 of history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus is ready at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic x %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LLM provider is down for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s tools are: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool %1 fails for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis fills up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis is relieved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus answers after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus answers at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cluster in this demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::Exporter</name>
    <message>
        <source>Cannot start the exporter of the demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::FaultSwitches</name>
    <message>
        <source>Cannot understand the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: latency 500ms verb=patch count=3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kinds are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryBuilder</name>
    <message>
        <source>Cannot make the demo&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package prometheus, and check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryCache</name>
    <message>
        <source>Cannot keep the demo&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be moved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be copied there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryWriter</name>
    <message>
        <source>Cannot write the demo&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::KedaOperator</name>
    <message>
        <source>The ScaledObject cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cron trigger needs start, end, timezone and desiredReplicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trigger of a resource needs metricType Utilization and a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo has no scaler %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s operator has no formulas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::KubeApiServer</name>
    <message>
        <source>Cannot start the API server of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no free port on 127.0.0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSL did not take the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the kubeconfig of the demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::PrometheusServer</name>
    <message>
        <source>Cannot write the configuration of the demo&apos;s Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program prometheus is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not become ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot run the demo&apos;s Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package prometheus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::RunDirectory</name>
    <message>
        <source>Cannot make the demo&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its lock cannot be taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::ServiceSettings</name>
    <message>
        <source>The settings are of another version of Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their schema is %1, this program knows 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::SlowProxy</name>
    <message>
        <source>Cannot open the demo&apos;s Prometheus port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or none for any free one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::WorldState</name>
    <message>
        <source>Cannot use the saved state of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or of another version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
